use yaodian_plan::Plan;

use super::*;
use crate::html::escape;

fn plan(id: &str, title: &str) -> Plan {
    let json = include_str!("../../../../plans/nanhai-2023/plan.json");
    Plan { id: id.into(), title: title.into(), ..Plan::from_json(json).unwrap() }
}

/// A small release of a plan.
fn release(plan: &Plan) -> Vec<File> {
    let name = single::name(&plan.id);
    let page = |head: &str| {
        format!(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\">{head}<title>{}</title><script>a</script></head>\
             <body>{}<script type=\"module\">b</script></body></html>",
            escape(&plan.title),
            body(plan, "a阿").unwrap()
        )
    };
    let hosted = page(&format!("\n<meta name=\"single-file\" content=\"{name}\">"));
    let whole = page("").replacen("class=\"app\">", "class=\"app\" data-own=\"\">", 1);
    let (hosted, sounds) = sounds::set_apart(&hosted, "a阿").unwrap();
    let files = [
        (INDEX, hosted),
        (MANIFEST, manifest(plan)),
        (&*name, whole),
        ("app-1.js", "script".into()),
        ("chunks/office-1.wasm", "chunk".into()),
        ("install/icon.svg", "icon".into()),
    ];
    let mut files = files.map(|(name, text)| File::new(name, text.into_bytes())).to_vec();
    files.push(sounds);
    closed(files)
}

fn text(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name).unwrap();
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn a_release_with_another_plan_is_the_release_of_that_plan() {
    let one = plan("nanhai-2023", "佛山市南海区人大常委会 2023 年工作要点");
    for title in ["甲", "</title></script><!-- <b>\"\\ & \u{2028}\u{202e} \u{0} =1+1", &"长".repeat(5000)] {
        let other = plan("other-2024", title);
        let made = with_plan(release(&one), &other, "a阿").unwrap();
        assert!(made == release(&other), "{title}");
        // The old file of readings goes.
        let read_otherwise = with_plan(release(&one), &other, "a安").unwrap();
        assert_eq!(read_otherwise.iter().filter(|file| file.name.contains("pinyin")).count(), 1);
        assert!(with_plan(made, &one, "a阿").unwrap() == release(&one), "and back");
        assert!(made_of_plain_names(&release(&other)));
    }
}

fn made_of_plain_names(files: &[File]) -> bool {
    files
        .iter()
        .all(|file| file.name.chars().all(|char| char.is_ascii_alphanumeric() || "-_./".contains(char)))
}

#[test]
fn what_is_no_release_is_refused() {
    let one = plan("nanhai-2023", "甲");
    let without = |name: &str| {
        let mut files = release(&one);
        files.retain(|file| file.name != name);
        with_plan(files, &one, "a阿")
    };
    assert!(without("app-1.js").is_some());
    assert_eq!(without(INDEX), None);
    assert_eq!(without("yaodian-nanhai-2023.html"), None);
    assert_eq!(with_plan(release(&one), &one, "</script>"), None);
    assert_eq!(with_plan(closed(Vec::new()), &one, ""), None);
    assert_eq!(with_plan(Vec::new(), &one, ""), None);
}

#[test]
fn the_list_names_every_file_but_itself_and_is_read_as_it_was_written() {
    let files = release(&plan("nanhai-2023", "甲"));
    let list = text(&files, SUMS);
    // Printed by: printf script | sha256sum
    assert!(
        list.contains("21a0270b7f66a1e4c25933f13a1e5a1bbb4757578072930c8189131f9c6aaae1  app-1.js\n"),
        "{list}"
    );
    let names: Vec<&str> = files.iter().map(|file| &*file.name).filter(|name| *name != SUMS).collect();
    let read = listed(&list).unwrap();
    assert_eq!(read.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), names);
    assert!(read.iter().zip(&files).all(|((_, sum), file)| *sum == file.sum));
}

#[test]
fn what_is_no_list_is_refused() {
    let sum = Sum::of(b"a").to_string();
    assert!(listed(&format!("{sum}  a/b-1_c.js\n")).is_some());
    for line in [
        String::new(),
        "<!DOCTYPE html>".into(),
        format!("{sum} a.js"),
        format!("{sum}  ../a.js"),
        format!("{sum}  /a.js"),
        format!("{sum}  a//b.js"),
        format!("{sum}  a b.js"),
        format!("{sum}  https://b"),
        format!("{}  a.js", &sum[2..]),
        format!("{}zz  a.js", &sum[2..]),
    ] {
        assert_eq!(listed(&line), None, "{line}");
    }
}

#[test]
fn the_worker_keeps_what_opening_needs_and_hands_out_the_rest() {
    let worker = text(&release(&plan("nanhai-2023", "甲")), WORKER);
    let lines: Vec<&str> = worker.lines().take(3).collect();
    assert!(lines[0].starts_with("const VERSION=\"") && lines[0].len() == 33, "{}", lines[0]);
    for name in ["app-1.js", "chunks/office-1.wasm", INDEX, MANIFEST] {
        assert!(lines[1].contains(&format!("\"{name}\":\"")), "{name}");
    }
    assert!(!lines[1].contains("install") && !lines[1].contains(SUMS));
    assert!(lines[2].starts_with("const ASKED={\"yaodian-nanhai-2023.html\":\""), "{}", lines[2]);
}

#[test]
fn the_manifest_has_the_plans_title_and_no_address_of_its_own() {
    let manifest = manifest(&plan("a", "\"\\\u{7}</script> 甲"));
    assert!(manifest.contains(r#""name":"\"\\\u0007</script> 甲","scope":"./""#), "{manifest}");
    assert!(!manifest.contains("\"id\""));
}
