"""Divisions: every header, every length of code, again and again, and nothing lost in silence."""

import gzip
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from organizations.actions import add_unit, move_unit
from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind

pytestmark = pytest.mark.django_db

PROVINCES = "code,name\n91,青岚省\n"
CITIES = "code,name,provinceCode\n9101,云州市,91\n9102,海陵市,91\n"
COUNTIES = "code,name,cityCode,provinceCode\n910101,云川区,9101,91\n910102,南岭区,9101,91\n"
TOWNS = "code,name,areaCode\n910101101,柳溪镇,910101\n910101102,石桥镇,910101\n"
VILLAGES = "code,name,streetCode,areaCode\n910101101201,上河村委会,910101101,910101\n"
COUNTY = (
    "code12,level,name,parent12\n910101101201,5,上河村委会,910101101000\n"
    "910101101000,4,柳溪镇,910101000000\n910101000000,3,云川区,910100000000\n"
)


def run(tmp_path: Path, text: str | bytes, *options: str, name: str = "file.csv") -> str:
    """Import a text as a file; return the command's last line."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run_file(path, *options)


def run_file(path: Path, *options: str) -> str:
    """Import a file; return the command's last line, complaints before it."""
    out, err = StringIO(), StringIO()
    call_command("import_divisions", str(path), *options, stdout=out, stderr=err)
    return (err.getvalue() + out.getvalue()).strip()


def import_all(tmp_path: Path) -> None:
    for text in (PROVINCES, CITIES, COUNTIES, TOWNS, VILLAGES):
        run(tmp_path, text)


def test_the_five_national_headers_make_one_tree(tmp_path):
    import_all(tmp_path)
    village = Unit.objects.get(code="910101101201")
    above = [Unit.objects.get(pk=key).name for key in village.line]
    assert above == ["青岚省", "云州市", "云川区", "柳溪镇", "上河村委会"]
    assert village.parent
    assert village.parent.code == "910101101000"
    assert village.district
    assert village.district.name == "云川区"
    assert (village.level, village.kind, village.initials) == (Level.VILLAGE, UnitKind.VILLAGE, "shcwh")
    kinds = dict(Unit.objects.values_list("name", "kind"))
    assert (kinds["青岚省"], kinds["云川区"], kinds["柳溪镇"]) == ("area", "area", "town")
    assert Unit.objects.get(name="云州市").district is None


def test_a_county_file_in_any_order_stands_alone_and_is_hung_up_later(tmp_path):
    said = run(tmp_path, COUNTY)
    assert "第4行“云川区”的上级910100000000不在库中" in said
    assert said.endswith("读取3，新增3，已有0，其中更名0，拒绝0。")
    run(tmp_path, PROVINCES)
    run(tmp_path, CITIES)
    assert run(tmp_path, COUNTY).endswith("读取3，新增0，已有3，其中更名0，其中归入上级1，拒绝0。")
    village = Unit.objects.get(code="910101101201")
    assert [Unit.objects.get(pk=key).level for key in village.line] == [
        "province",
        "city",
        "district",
        "town",
        "village",
    ]
    assert village.district
    assert village.district.code == "910101000000"


def test_a_second_run_adds_nothing_and_a_new_name_is_counted(tmp_path):
    import_all(tmp_path)
    assert run(tmp_path, TOWNS) == "读取2，新增0，已有2，其中更名0，拒绝0。"
    assert run(tmp_path, TOWNS.replace("石桥镇", "石桥街道")) == "读取2，新增0，已有2，其中更名1，拒绝0。"
    town = Unit.objects.get(code="910101102000")
    assert (town.name, town.short_name, town.initials) == ("石桥街道", "石桥街道", "sqjd")


def test_what_an_administrator_moved_stays_moved(tmp_path):
    import_all(tmp_path)
    town, other = Unit.objects.get(name="石桥镇"), Unit.objects.get(name="南岭区")
    move_unit(town, other)
    run(tmp_path, TOWNS)
    town.refresh_from_db()
    assert town.parent == other


def test_a_city_and_its_only_county_may_share_a_code(tmp_path):
    run(tmp_path, PROVINCES)
    run(tmp_path, "code,name,provinceCode\n9119,莞湖市,91\n")
    run(tmp_path, "code,name,cityCode,provinceCode\n911900,莞湖市,9119,91\n")
    run(tmp_path, "code,name,areaCode\n911900101,东湾镇,911900\n")
    levels = [Unit.objects.get(pk=key).level for key in Unit.objects.get(name="东湾镇").line]
    assert levels == ["province", "city", "district", "town"]


def test_orphans_and_bad_rows_are_reported_with_their_lines(tmp_path):
    import_all(tmp_path)
    rows = "910101103,青塘镇,910101\n990101101,无根镇,990101\n990101102,无叶镇,990101\n12345,短码镇,910101\n910101104,,910101\n910101105\n910101103,又一个,910101\n"
    said = run(tmp_path, "code,name,areaCode\n" + rows)
    assert "上级990101000000不在文件中，也不在库中，请先导入上一级（第3-4行）" in said
    assert "代码“12345”不是2、4、6、9或12位数字（第5行）" in said
    assert "名称为空（第6行）" in said
    assert "只有1列（第7行）" in said
    assert "与第2行重复（第8行）" in said
    assert said.endswith("读取7，新增1，已有0，其中更名0，拒绝6。")


def test_under_takes_one_division_only(tmp_path):
    run(tmp_path, PROVINCES)
    assert run(tmp_path, CITIES, "--under", "9102") == "读取2，新增1，已有0，其中更名0，拒绝0，不在范围内1。"
    assert not Unit.objects.filter(name="云州市").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "表头"),
        (b"name,phone\nx,1\n", "表头“name,phone”不认识"),
        (b"code,name\n", "没有数据行"),
        (b"\x7fELF\x00\x01\x02\x00", "另存为UTF-8"),
        (b"code,name\n99,\xff\xff\xff\n", "另存为UTF-8"),
        (gzip.compress(TOWNS.encode(), mtime=0)[:40], "压缩文件不完整"),
        (TOWNS.encode(), "没有一行可以导入"),
    ],
)
def test_a_bad_file_is_told_plainly_and_changes_nothing(tmp_path, content, said):
    with pytest.raises(CommandError, match=said) as caught:
        run(tmp_path, content)
    assert caught.value.returncode == 1
    assert not Unit.objects.exists()


def test_a_missing_file_and_a_bad_code_are_told_plainly(tmp_path):
    with pytest.raises(CommandError, match="找不到文件"):
        run_file(tmp_path / "nowhere.csv")
    with pytest.raises(CommandError, match="--under"):
        run(tmp_path, PROVINCES, "--under", "9x")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16"])
def test_other_encodings_are_read(tmp_path, encoding):
    said = run(tmp_path, PROVINCES.encode(encoding))
    assert said.endswith("读取1，新增1，已有0，其中更名0，拒绝0。")
    assert Unit.objects.get().name == "青岚省"
    assert ("不是UTF-8编码" in said) == (encoding != "utf-8-sig")


def test_gzip_is_read_whatever_the_file_is_called(tmp_path):
    assert run(tmp_path, gzip.compress(PROVINCES.encode(), mtime=0), name="x.dat").startswith("读取1，新增1")


@pytest.mark.long
def test_the_real_files_come_in_whole(shared_folder, django_assert_max_num_queries):
    folder = shared_folder / "reference"
    counts = {
        "regions_provinces.csv": (31, 31),
        "regions_cities.csv": (342, 342),
        "regions_counties.csv": (2978, 2978),
        "regions_townships.csv.gz": (41352, 41352),
        "villages_2102_dalian.csv.gz": (1832, 1832),
        "villages_4109_puyang.csv.gz": (3197, 3197),
        "regions_210214_pulandian.csv": (208, 0),
        "regions_410923_nanle.csv": (342, 0),
    }
    for name, (read, new) in counts.items():
        with django_assert_max_num_queries(200):
            said = run_file(folder / name)
        assert said == f"读取{read}，新增{new}，已有{read - new}，其中更名0，拒绝0。", name
    assert Unit.objects.count() == 31 + 342 + 2978 + 41352 + 1832 + 3197
    assert not Unit.objects.filter(level__in=["town", "village"], district=None).exists()
    assert run_file(folder / "regions_townships.csv.gz").startswith("读取41352，新增0，已有41352")


@pytest.mark.parametrize(("name", "rows"), [("regions_210214_pulandian.csv", 208), ("regions_410923_nanle.csv", 342)])
def test_a_real_county_comes_in_alone(shared_folder, name, rows):
    said = run_file(shared_folder / "reference" / name)
    assert said.endswith(f"读取{rows}，新增{rows}，已有0，其中更名0，拒绝0。")
    county = Unit.objects.get(level="district")
    assert Unit.objects.filter(district=county, path__startswith=county.path).count() == rows


def test_a_unit_of_another_kind_with_the_code_is_not_taken_for_the_division(tmp_path):
    add_unit("云川区信访局", UnitKind.PETITION_OFFICE, Level.DISTRICT, code="910101")
    run(tmp_path, COUNTY)
    assert Unit.objects.filter(code="910101000000").count() == 2
