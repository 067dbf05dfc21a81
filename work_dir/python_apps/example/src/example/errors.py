"""What may go wrong and be told in a sentence."""


class ExampleError(Exception):
    """A failure that the user can act on; the message says what happened and what to do next."""
