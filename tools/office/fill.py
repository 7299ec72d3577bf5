"""Fills in a form in twenty disorderly ways and lets this project read it.

    fill.py FOLDER PROGRAM

FOLDER is what `office_files write` made, PROGRAM is `office_files`. Each way says what a careful clerk reads in it.
"""

import datetime
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.worksheet.datavalidation import DataValidation

FOLDER, PROGRAM = Path(sys.argv[1]), sys.argv[2]
WAYS = []


class Form:
    """A form that is being filled in; rows are known by what stands in them."""

    def __init__(self):
        self.book = openpyxl.load_workbook(FOLDER / "form-finance.xlsx")
        self.sheet = self.book.active
        self.head = next(row[0].row for row in self.sheet.iter_rows() if row[0].value == "编号")
        self.expected = {}
        self.refused = 0
        self.said = 0
        self.plan = "nanhai-2023"

    def columns(self):
        return {cell.value: cell.column for cell in self.sheet[self.head] if cell.value}

    def rows(self):
        id = self.columns()["编号"]
        return [row for row in range(self.head + 1, self.sheet.max_row + 1) if self.sheet.cell(row, id).value]

    def put(self, row, status=None, day=None, note=None, expect=True):
        """Writes into a row, and expects to find it at the row's item."""
        columns = self.columns()
        for name, value in (("本次进展", status), ("实际日期", day), ("本次记录", note)):
            if value is not None:
                self.sheet.cell(row, columns[name]).value = value
        if expect:
            id = self.sheet.cell(row, columns["编号"]).value
            self.expect(id, status, day, [note] if note else [])

    def expect(self, id, status=None, day=None, notes=()):
        day = day.strftime("%Y-%m-%d") if isinstance(day, datetime.date) else day
        self.expected[id] = {"status": status, "day": day, "notes": list(notes)}

    def some(self):
        """Three rows in the usual way."""
        rows = self.rows()
        self.put(rows[0], "已完成", datetime.date(2023, 7, 14), "已上会。")
        self.put(rows[2], "进行中", note="材料已收齐")
        self.put(rows[4], "推迟到12月", note="按区政府提请")

    def values(self):
        """All cells from the head on, row by row."""
        return [[cell.value for cell in row] for row in self.sheet.iter_rows(min_row=self.head)]

    def replace(self, rows):
        """Other cells from the head on."""
        self.sheet.merged_cells.ranges = set()
        self.sheet.delete_rows(self.head, self.sheet.max_row)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                self.sheet.cell(self.head + at, column + 1).value = value


def way(fill):
    WAYS.append(fill)
    return fill


@way
def in_order(form):
    form.some()


@way
def sorted_by_title(form):
    form.some()
    head, *rows = form.values()
    form.replace([head, *sorted(rows, key=lambda row: row[2] or "")])


@way
def sorted_backwards(form):
    form.some()
    head, *rows = form.values()
    form.replace([head, *reversed(rows)])


@way
def shuffled(form):
    form.some()
    head, *rows = form.values()
    random.Random(1).shuffle(rows)
    form.replace([head, *rows])


@way
def rows_deleted(form):
    form.some()
    for row in reversed(form.rows()[6:12]):
        form.sheet.delete_rows(row)


@way
def rows_added(form):
    form.some()
    form.sheet.insert_rows(form.head + 2, 3)
    row = form.head + 3
    form.sheet.cell(row, 3).value = "临时交办的事项"
    form.sheet.cell(row, form.columns()["本次记录"]).value = "不在计划里"
    form.refused += 1
    form.said += 1


@way
def rows_hidden(form):
    form.some()
    for row in form.rows()[:5]:
        form.sheet.row_dimensions[row].hidden = True


@way
def columns_moved(form):
    form.some()
    order = [9, 2, 7, 0, 8, 1, 3, 4, 5, 6]
    form.replace([[row[at] for at in order] for row in form.values()])


@way
def columns_deleted(form):
    form.some()
    keep = [0, 2, 7, 8, 9]
    form.replace([[row[at] for at in keep] for row in form.values()])


@way
def column_added(form):
    form.some()
    form.replace([["序", *row] if at == 0 else [at, *row] for at, row in enumerate(form.values())])


@way
def ids_deleted(form):
    form.some()
    head, *rows = form.values()
    form.replace([head, *[[None, *row[1:]] for row in rows]])
    form.said += 3


@way
def everything_above_deleted(form):
    form.some()
    rows = form.values()
    form.sheet.merged_cells.ranges = set()
    form.sheet.delete_rows(1, form.sheet.max_row)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            form.sheet.cell(at + 1, column + 1).value = value
    form.plan = None


@way
def months_that_became_dates(form):
    form.some()
    row = form.rows()[6]
    columns = form.columns()
    id = form.sheet.cell(row, columns["编号"]).value
    for name in ("本次进展", "实际日期"):
        cell = form.sheet.cell(row, columns[name])
        cell.value = datetime.datetime(2026, 8, 1)
        cell.number_format = 'm"月"'
    form.expect(id, notes=["（“本次进展”一栏填的是：8月）\n（“实际日期”一栏填的是：8月）"])
    form.said += 2


@way
def days_in_many_ways(form):
    rows = form.rows()
    ways = ["2023年7月14日", "2023/7/14", "2023.7.14", "7月14日", " 2023-7-14 ", "7月14号"]
    for row, text in zip(rows, ways):
        form.put(row, day=text, expect=False)
        form.expect(form.sheet.cell(row, 1).value, day="2023-07-14")
    form.said += 2
    cell = form.sheet.cell(rows[6], form.columns()["实际日期"])
    cell.value, cell.number_format = datetime.datetime(2023, 7, 14), 'm"月"d"日"'
    form.expect(form.sheet.cell(rows[6], 1).value, day="2023-07-14")
    form.said += 1
    cell = form.sheet.cell(rows[7], form.columns()["实际日期"])
    cell.value, cell.number_format = datetime.datetime(2023, 7, 14, 9, 30), "yyyy/m/d h:mm"
    form.expect(form.sheet.cell(rows[7], 1).value, day="2023-07-14")


@way
def days_that_are_none(form):
    for row, text in zip(form.rows(), ["7月下旬", "待定", "7.14", 20230714]):
        form.put(row, day=text, expect=False)
        notes = [f"（“实际日期”一栏填的是：{text}）"]
        form.expect(form.sheet.cell(row, 1).value, notes=notes)
        form.said += 1


@way
def statuses_in_other_words(form):
    rows = form.rows()
    for row, text, status in zip(rows, ["办结", " 已 完成 ", "在办"], ["已完成", "已完成", "进行中"]):
        form.put(row, text, expect=False)
        form.expect(form.sheet.cell(row, 1).value, status)
    form.put(rows[3], "基本完成", note="还差一份材料", expect=False)
    notes = ["还差一份材料\n（“本次进展”一栏填的是：基本完成）"]
    form.expect(form.sheet.cell(rows[3], 1).value, notes=notes)
    form.said += 3


@way
def one_row_twice(form):
    form.some()
    rows = form.values()
    other = list(rows[1])
    other[7] = "已取消"
    form.replace([*rows, rows[3], other])
    form.refused += 1
    form.said += 1


@way
def texts_that_look_like_formulas(form):
    row = form.rows()[0]
    form.put(row, note="'=1+1 @某人 +86", expect=True)
    cell = form.sheet.cell(form.rows()[1], form.columns()["本次记录"])
    cell.value = "-5% 与上年相比"
    form.expect(form.sheet.cell(form.rows()[1], 1).value, notes=["-5% 与上年相比"])


@way
def only_one_column_sorted(form):
    rows = form.rows()
    titles = [form.sheet.cell(row, 3).value for row in rows]
    for row, title in zip(rows, [*titles[1:], titles[0]]):
        form.sheet.cell(row, 3).value = title
    for row in rows[:4]:
        form.put(row, "已完成", expect=False)
    form.refused += 4
    form.said += 4


@way
def merged_cells_and_a_second_sheet(form):
    form.some()
    other = form.book.create_sheet("汇总说明", 0)
    other["A1"] = "财经工委 7 月填报"
    other["A3"], other["B3"] = "联系人", "张三"
    rows = form.rows()
    form.sheet.merge_cells(start_row=rows[8], end_row=rows[9], start_column=2, end_column=2)
    rule = DataValidation(type="list", formula1='"甲,乙"')
    form.sheet.add_data_validation(rule)


def resaved(path, folder):
    """The same file, opened and saved again by LibreOffice."""
    program = shutil.which("soffice")
    if not program:
        return None
    home = f"-env:UserInstallation=file://{folder}/home"
    words = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "again"), str(path)]
    subprocess.run(words, check=True, capture_output=True)
    return folder / "again" / path.name


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        forms = []
        for fill in WAYS:
            form = Form()
            fill(form)
            path = folder / f"{fill.__name__}.xlsx"
            form.book.save(path)
            forms.append((path, form))
        for path, form in [forms[0], forms[6], forms[13]]:
            again = resaved(path, folder)
            forms += [(again, form)] if again else []
        words = [PROGRAM, "read", *(str(path) for path, _ in forms)]
        lines = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8").stdout.splitlines()
        faults = 0
        for (path, form), line in zip(forms, lines, strict=True):
            found = json.loads(line)
            expected = {
                "plan": form.plan,
                "items": form.expected,
                "refused": form.refused,
                "kept": form.refused,
                "said": form.said,
            }
            said = found.get("said", [])
            found = {**{name: found.get(name) for name in expected}, "said": len(said)}
            for name in expected:
                if found[name] != expected[name]:
                    faults += 1
                    print(f"{path.stem}: {name} is {found[name]} instead of {expected[name]} ({said})")
        assert len(WAYS) == 20 and not faults, f"{faults} differences"
        print(f"{len(forms)} forms came back as they were filled in.")


main()
