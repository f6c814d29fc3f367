"""The floor for --json: a bare typer command."""

import typer

app = typer.Typer()


@app.command()
def first(name: str = "x") -> None:
    """Print one line."""
    print("{}")


@app.command()
def second(name: str = "x") -> None:
    """The command that is not run."""


if __name__ == "__main__":
    app()
