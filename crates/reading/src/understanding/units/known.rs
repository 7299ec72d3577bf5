//! Well-known units, in the order in which a plan lists them.

/// Well-known units, in the order in which a plan lists them: id, and the stems of their names.
const KNOWN: [(&str, &[&str]); 23] = [
    ("office", &["办公室", "办", "办公厅"]),
    ("research", &["研究室", "调研室", "政策研究室"]),
    ("finance", &["财经", "财政经济", "财经预算", "财政经济预算"]),
    ("budget", &["预算"]),
    (
        "urban",
        &[
            "城建环资",
            "环资城建",
            "城乡建设环境资源",
            "城乡建设和环境资源",
            "城乡建设环境资源保护",
            "城市建设环境保护",
            "城乡建设与环境资源保护",
            "环境与资源保护",
            "环境资源",
            "环资",
            "城建",
            "城环",
            "城建环保",
        ],
    ),
    ("edu", &["教科文卫", "教科文卫体", "教育科学文化卫生", "科教文卫", "教科文", "教育科学文化卫生体育"]),
    ("law", &["法制", "法律", "法工", "法"]),
    ("supervision", &["监察司法", "监察和司法", "监司", "内务司法", "内司", "监察司法内务", "监督司法"]),
    ("society", &["社会建设", "社建", "社会"]),
    ("rural", &["农村农业", "农业农村", "农业与农村", "农业和农村", "农工", "农业", "农村", "农"]),
    (
        "affairs",
        &[
            "民宗侨外",
            "民族宗教华侨外事",
            "民侨宗外",
            "侨外民宗",
            "外事侨务",
            "民宗",
            "侨外",
            "民族宗教",
            "华侨外事",
        ],
    ),
    (
        "deputy",
        &[
            "选联",
            "选联任",
            "代表",
            "代表联络",
            "选举联络",
            "选举联络人事任免",
            "人事代表",
            "人代",
            "人事选举",
            "代表人事",
            "代表选举",
            "选举任免联络",
            "代表与选举任免",
            "人事代表选举",
        ],
    ),
    ("personnel", &["人事", "人事任免", "选任"]),
    ("petition", &["信访", "信访室"]),
    ("town", &["街道", "镇街", "街道人大"]),
    // Committees of a consultative body.
    ("proposals", &["提案"]),
    ("economy", &["经济", "经济科技"]),
    ("population", &["人口资源环境"]),
    ("science", &["教科卫体", "教育科技卫生体育"]),
    ("social-law", &["社会和法制", "社会法制", "社法"]),
    ("ethnic", &["民族和宗教"]),
    ("overseas", &["港澳台侨", "港澳台侨和外事", "港澳台侨外事"]),
    ("culture", &["文化文史和学习", "文化文史学习", "文史和学习", "文史学习", "文化文史"]),
];

/// Stems that stand for their unit without an ending, so that 选联及有关工委 names it.
const SHORT: [&str; 22] = [
    "选联",
    "财经",
    "教科文卫",
    "教科文卫体",
    "科教文卫",
    "城建环资",
    "环资城建",
    "法制",
    "监司",
    "内司",
    "社建",
    "农业农村",
    "农村农业",
    "民宗侨外",
    "选联任",
    "人代",
    "城环",
    "环资",
    "监察司法",
    "社会建设",
    "民侨宗外",
    "人事代表",
];

/// Stems of departments of a government that are called so in lists: 发改、财政局.
const DEPARTMENTS: [&str; 38] = [
    "发改",
    "财政",
    "教育",
    "公安",
    "民政",
    "司法",
    "人社",
    "自然资源",
    "规划",
    "住建",
    "城管",
    "交通",
    "交通运输",
    "水务",
    "水利",
    "农业农村",
    "商务",
    "文旅",
    "卫健",
    "应急",
    "审计",
    "国资",
    "市监",
    "市场监管",
    "统计",
    "医保",
    "信访",
    "环保",
    "生态环境",
    "科技",
    "工信",
    "宣传",
    "组织",
    "统战",
    "政法",
    "林业",
    "文广旅",
    "退役军人",
];

/// The well-known unit with this stem: its place in the usual order, and its id.
pub fn known(stem: &str) -> Option<(usize, &'static str)> {
    KNOWN.iter().enumerate().find(|(_, (_, stems))| stems.contains(&stem)).map(|(at, (id, _))| (at, *id))
}

/// Whether a stem stands for its unit by itself.
pub fn is_short(stem: &str) -> bool {
    SHORT.contains(&stem)
}

/// Whether a stem is that of a department that lists name without its ending.
pub fn is_department(stem: &str) -> bool {
    DEPARTMENTS.contains(&stem)
}
