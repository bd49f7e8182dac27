"""Accessibility of a page, judged by axe-core: WCAG 2.0 to 2.2 at A and AA, and its best practices."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "qa" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const { violations } = await window.axe.run(document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(({ target, html }) => ({ target: target.join(" "), html })),
  }));
}"""


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands: one line for each element, empty for a clean page.

    The engine enters through the debugger, so the page's own content security policy stays in force.
    """
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        f"{finding['id']}: {finding['help']} | {node['target']} | {node['html'][:200]}"
        for finding in page.evaluate(RUN, TAGS)
        for node in finding["nodes"]
    ]
