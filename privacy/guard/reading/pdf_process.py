"""Reads the text of a PDF from standard input in a process of its own: a file made to break the reader breaks this one only.

Writes JSON: ``{"pages": [[row, …], …], "pictures": n, "problem": ""}``, a row being a list of [left, right, text].
"""

import json
import sys

SAME_LINE, GAP = 0.45, 0.55


def main(page_limit: int) -> dict:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
    except pdfium.PdfiumError as error:
        return {"problem": "locked" if "assword" in str(error) else "broken", "pages": [], "pictures": 0}
    pages, pictures = [], 0
    for number in range(min(len(document), page_limit)):
        page = document[number]
        text = page.get_textpage()
        rows = _rows(text)
        if sum(len(cell[2]) for row in rows for cell in row) < 12 and _shows_picture(page, pdfium):
            pictures += 1
        pages.append(rows)
        text.close()
        page.close()
    return {
        "pages": pages,
        "pictures": pictures,
        "problem": "too_large" if len(document) > page_limit else "",
    }


def _shows_picture(page, pdfium) -> bool:
    kinds = {each.type for each in page.get_objects(max_depth=3)}
    return bool(
        kinds & {pdfium.raw.FPDF_PAGEOBJ_IMAGE, pdfium.raw.FPDF_PAGEOBJ_PATH, pdfium.raw.FPDF_PAGEOBJ_SHADING}
    )


def _rows(text) -> list:
    """The runs of text, gathered into lines by their height, and into cells by the gaps between them."""
    runs = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        found = text.get_text_bounded(left, bottom, right, top).replace("\r", " ").replace("\n", " ").strip()
        if found:
            runs.append((left, right, bottom, top, found))
    runs.sort(key=lambda run: (-(run[2] + run[3]) / 2, run[0]))
    rows: list = []
    for run in runs:
        middle = (run[2] + run[3]) / 2
        if rows and abs(rows[-1]["middle"] - middle) <= SAME_LINE * max(rows[-1]["height"], run[3] - run[2]):
            rows[-1]["runs"].append(run)
        else:
            rows.append({"middle": middle, "height": run[3] - run[2], "runs": [run]})
    return [_cells(row["runs"]) for row in rows]


def _cells(runs: list) -> list:
    cells: list = []
    for left, right, bottom, top, found in sorted(runs):
        gap = left - cells[-1][1] if cells else 0
        if cells and gap < GAP * (top - bottom):
            if found not in cells[-1][2][-len(found) :]:
                cells[-1][2] += ("" if gap < 0.12 * (top - bottom) else " ") + found
            cells[-1][1] = max(right, cells[-1][1])
        else:
            cells.append([round(left, 1), round(right, 1), found])
    return cells


if __name__ == "__main__":
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2]) + 1))
    except (ImportError, ValueError, OSError):
        pass
    json.dump(main(int(sys.argv[1])), sys.stdout)
