__version__: str

class CrosscheckError(Exception):
    """The sentence with which the command line would end."""

def check_documents(
    documents: list[tuple[str, str | bytes]],
    against: list[tuple[str, str | bytes]],
    reference_date: str | None,
    config: str | None,
) -> tuple[str, list[str]]: ...
def check_paths(
    paths: list[str] | None,
    against: list[str],
    reference_date: str | None,
    config: str | None,
) -> tuple[str, list[str]]: ...
def claims(name: str, text: str | bytes, reference_date: str | None) -> tuple[str, list[str]]: ...
def stories(
    documents: list[tuple[str, str | bytes]],
    reference_date: str | None,
    config: str | None,
) -> tuple[list[list[str]], list[str]]: ...
