"""The floor for the screen: a typer command that prints one rich table."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def first(name: str = "x") -> None:
    """Print one table."""
    table = Table("treatment", "status")
    for row in range(10):
        table.add_row(f"treatment {row}", "approved")
    Console().print(table)


@app.command()
def second(name: str = "x") -> None:
    """The command that is not run."""


if __name__ == "__main__":
    app()
