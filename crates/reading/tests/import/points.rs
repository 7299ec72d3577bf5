//! Points of the body, by the form of their numbers.

#[test]
fn a_point_keeps_the_form_of_its_number() {
    for (printed, labels) in [
        (["（一）", "（二）"], ["（一）", "（二）"]),
        (["1、", "2、"], ["1、", "2、"]),
        (["1．", "2．"], ["1．", "2．"]),
        (["1.", "2."], ["1．", "2．"]),
        (["１．", "２．"], ["1．", "2．"]),
    ] {
        let [one, two] = printed;
        let source = format!(
            "某区人大常委会2026年工作要点\n一、围绕大局\n{one}推动产业升级。听取报告。\n{two}增进民生福祉。检查实施情况。\n"
        );
        let (draft, _) = yaodian_reading::import(&source);
        let found: Vec<String> = draft.plan.points().map(yaodian_plan::WorkPoint::label).collect();
        assert_eq!(found, labels, "{source}");
    }
}
