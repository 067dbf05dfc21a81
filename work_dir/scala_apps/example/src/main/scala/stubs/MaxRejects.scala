package stubs

/** How many lines of each log may be rejected. */
sealed trait MaxRejects {
  def allows(rejected: Long, read: Long): Boolean
}

object MaxRejects {
  final case class Lines(number: Long) extends MaxRejects {
    def allows(rejected: Long, read: Long): Boolean = rejected <= number
    override def toString: String = number.toString
  }

  final case class Share(percent: BigDecimal) extends MaxRejects {
    def allows(rejected: Long, read: Long): Boolean = BigDecimal(rejected) * 100 <= percent * read
    override def toString: String = s"${percent.bigDecimal.toPlainString}%"
  }

  private val Number = "([0-9]{1,18})".r
  private val Percent = """([0-9]{1,3}(?:\.[0-9]{1,9})?)%""".r

  /** A number of lines (`500`), a share of the lines (`1%`), or what is wrong with the text. */
  def parse(text: String): Either[String, MaxRejects] = text match {
    case Number(lines)                              => Right(Lines(lines.toLong))
    case Percent(share) if BigDecimal(share) <= 100 => Right(Share(BigDecimal(share)))
    case _ => Left(s"--max-rejects is a number of lines (500) or a share of them (1%), not $text")
  }
}
