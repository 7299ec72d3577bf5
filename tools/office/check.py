"""Reads the files for Word and Excel with openpyxl and python-docx, which know nothing of this project.

    check.py FOLDER

FOLDER is what `office_files write` made. Every difference from `expected.json` is an assertion that fails.
"""

import datetime
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(sys.argv[1])
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
SCHEDULE = [item for item in EXPECTED["items"] if item["schedule"]]
MONTHLY = [item for item in EXPECTED["items"] if not item["schedule"]]


def same(found, expected, what):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def near(found, millimetres, what):
    assert abs(found - Mm(millimetres)) < Mm(0.1), f"{what}: {found.mm} mm instead of {millimetres}"


def east_asian_font(style):
    return style.element.rPr.rFonts.get(qn("w:eastAsia"))


def repeated_head(table):
    return table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def whole_plan():
    document = docx.Document(FOLDER / "plan.docx")
    texts = [paragraph.text for paragraph in document.paragraphs]
    same(texts[0], EXPECTED["title"], "title")
    for heading in EXPECTED["points"]:
        assert any(heading in text for text in texts), heading
    portrait, first, second = document.sections
    for name, section, margins in [
        ("text", portrait, (37, 26, 35, 28)),
        ("annex", first, (28, 37, 26, 35)),
        ("annex", second, (28, 37, 26, 35)),
    ]:
        found = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        for margin, expected in zip(found, margins):
            near(margin, expected, f"margin of {name}")
    near(portrait.page_width, 210, "width")
    near(portrait.page_height, 297, "height")
    same(first.page_width, portrait.page_height, "width of the annex")
    same(str(first.orientation), "LANDSCAPE (1)", "orientation")
    styles = document.styles
    looks = {
        "Title": ("方正小标宋简体", 22),
        "Normal": ("仿宋_GB2312", 16),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
    }
    for name, (font, size) in looks.items():
        same(east_asian_font(styles[name]), font, f"font of {name}")
        same(styles[name].font.size, Pt(size), f"size of {name}")
    same(styles["Normal"].paragraph_format.line_spacing, Pt(28), "line")
    same(styles["Normal"].element.pPr.ind.get(qn("w:firstLineChars")), "200", "indent")
    assert document.settings.odd_and_even_pages_header_footer
    same(portrait.footer.paragraphs[0].text, "— 1 —", "page number")
    same(str(portrait.footer.paragraphs[0].alignment), "RIGHT (2)", "odd pages")
    same(str(portrait.even_page_footer.paragraphs[0].alignment), "LEFT (0)", "even pages")

    schedule, monthly = document.tables
    assert repeated_head(schedule) and repeated_head(monthly)
    rows = [[cell.text for cell in row.cells] for row in schedule.rows]
    same(len(rows), 1 + len(SCHEDULE), "rows of the schedule")
    for row, item in zip(rows[1:], SCHEDULE):
        assert row[0].startswith(item["category"]), row[0]
        same(row[2:5], [item["title"], item["who"], item["when"]], item["id"])
        ticks = ["✓" if kind in item["meetings"] else "" for kind in ("standing_committee", "chairpersons")]
        same(row[5:7], ticks, item["id"])
    # Cells of one category are one cell.
    same(schedule.cell(1, 0)._tc, schedule.cell(2, 0)._tc, "merged category")
    rows = [[cell.text for cell in row.cells] for row in monthly.rows]
    same(len(rows), 1 + len(MONTHLY), "rows of the tasks")
    for row, item in zip(rows[1:], MONTHLY):
        same(row[1].split(". ", 1)[1], item["title"], item["id"])
        same(row[2:4], [item["who"], item["remark"] or ""], item["id"])


def other_documents():
    progress = docx.Document(FOLDER / "schedule-progress.docx").tables[0]
    for row, item in zip(list(progress.rows)[1:], SCHEDULE):
        assert row.cells[-1].text.startswith(item["standing"]), item["id"]
    same(len(docx.Document(FOLDER / "supervision.docx").tables), EXPECTED["late"], "forms of what is late")
    agenda = [paragraph.text for paragraph in docx.Document(FOLDER / "agenda.docx").paragraphs]
    assert "时间：2023年7月26日" in agenda, agenda
    assert docx.Document(FOLDER / "bulletin.docx").paragraphs[1].text.endswith("进展通报")


def ledger():
    book = openpyxl.load_workbook(FOLDER / "ledger.xlsx")
    same(book.sheetnames, ["安排表", "台账", "月度任务", "会议", "记录", "汇总"], "sheets")
    for sheet in book:
        same(sheet.page_setup.orientation, "landscape", f"{sheet.title}: orientation")
        same(int(sheet.page_setup.paperSize), 9, f"{sheet.title}: paper")
        # One page is what a file means that says nothing.
        same(int(sheet.page_setup.fitToWidth or 1), 1, f"{sheet.title}: width")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{sheet.title}!{cell.coordinate} is a formula"

    printed = book["安排表"]
    same(printed.print_title_rows, "$3:$3", "repeated rows")
    merged = [area for area in printed.merged_cells.ranges if area.min_col == area.max_col == 1]
    counts = Counter(item["category"] for item in SCHEDULE).values()
    same(sorted(area.size["rows"] for area in merged), sorted(count for count in counts if count > 1), "merged")

    sheet = book["台账"]
    same(sheet.freeze_panes, "B2", "frozen")
    same(sheet.auto_filter.ref, f"A1:S{1 + len(EXPECTED['items'])}", "filter")
    head = {cell.value: cell.column - 1 for cell in sheet[1]}
    for row, item in zip(sheet.iter_rows(min_row=2, values_only=True), EXPECTED["items"]):
        at = lambda name: row[head[name]]
        same(at("编号"), item["id"], "id")
        same(at("事项"), item["title"], item["id"])
        same(at("承办部门"), item["who"] or None, item["id"])
        same(at("进展"), item["standing"], item["id"])
        same(at("是否逾期"), "是" if item["late"] else None, item["id"])
        same(at("最近记录"), item["note"], item["id"])
        assert isinstance(at("记录数"), int), item["id"]
        day = at("实际日期") or at("预定日期")
        assert day is None or isinstance(day, datetime.datetime), f"{item['id']}: {day!r} is no date"
        same(day and day.date().isoformat(), item["actual"], item["id"])
    for row in sheet.iter_rows(min_row=2):
        assert sheet.row_dimensions[row[0].row].height, "a row without a height"
    notes = book["记录"]
    same(notes.max_row, 1 + EXPECTED["notes"], "notes")
    assert isinstance(notes["C2"].value, datetime.datetime)
    summary = book["汇总"]
    same(summary.cell(3 + len(EXPECTED["units"]) + 1, 9).value, len(EXPECTED["items"]), "total")
    same(len(summary._charts), 1, "chart")


def forms():
    with zipfile.ZipFile(FOLDER / "forms.zip") as archive:
        assert archive.testzip() is None
        same(archive.namelist(), [f"填报表-{unit}.xlsx" for unit in EXPECTED["units"]], "forms")
    sheet = openpyxl.load_workbook(FOLDER / "form-finance.xlsx").active
    assert sheet.protection.sheet and not sheet.protection.password
    head = next(row for row in sheet.iter_rows() if row[0].value == "编号")
    columns = {cell.value: cell.column for cell in head}
    same(sheet.freeze_panes, f"A{head[0].row + 1}", "frozen")
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        for cell in row:
            fillable = cell.column in [columns[name] for name in ("本次进展", "实际日期", "本次记录")]
            same(cell.protection.locked, not fillable, cell.coordinate)
    assert sheet.auto_filter.ref, "no filter"
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert "已完成" in rules["list"].formula1 and "推迟到12月" in rules["list"].formula1
    assert rules["date"].errorStyle == "warning"


def pages():
    """With LibreOffice, where it is there: every document can be opened, and has as many pages as it should."""
    program = shutil.which("soffice")
    if not program:
        print("LibreOffice is not there: pages were not counted.")
        return
    with tempfile.TemporaryDirectory() as out:
        files = [str(FOLDER / name) for name in ("plan.docx", "supervision.docx", "ledger.xlsx")]
        home = f"-env:UserInstallation=file://{out}/home"
        words = [program, home, "--headless", "--convert-to", "pdf", "--outdir", out, *files]
        subprocess.run(words, check=True, capture_output=True)
        count = lambda name: len(re.findall(rb"/Type ?/Page\b", (Path(out) / name).read_bytes()))
        same(count("supervision.pdf"), EXPECTED["late"], "pages of what is late")
        assert count("plan.pdf") > 5 and count("ledger.pdf") > 5


for check in (whole_plan, other_documents, ledger, forms, pages):
    check()
print("Word and Excel files: as expected.")
