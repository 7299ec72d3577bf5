//! A plan here of the same name, or of the same body and year, as a draft: the one may be the other's corrected version.

use yaodian_plan::Plan;

use crate::library::{self, PlanHead, PlanKey};

/// A plan here that a new one may be another version of.
#[derive(Clone)]
pub struct Twin {
    pub key: PlanKey,
    pub name: String,
}

/// The plan that a new one may be another version of; `None` if there is none, or if it is that plan.
pub async fn twin_of(plan: &Plan) -> Option<Twin> {
    let own = library::bundled().map(|own| PlanHead::of(&own, 0));
    // What cannot be read is said where the plan is added.
    let kept = library::plans().await.unwrap_or_default();
    let bare = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    let is_like = |head: &PlanHead| {
        let is_by_same = !plan.issuer.is_empty() && bare(&head.issuer) == bare(&plan.issuer);
        head.year == plan.year && (is_by_same || bare(&head.title) == bare(&plan.title))
    };
    let mut found = None;
    for head in kept.into_iter().chain(own).filter(is_like) {
        if is_same(&head.key, plan).await {
            return None;
        }
        found.get_or_insert_with(|| Twin { name: head.called().to_owned(), key: head.key });
    }
    found
}

async fn is_same(key: &PlanKey, plan: &Plan) -> bool {
    let known = library::in_use(key).await.ok().flatten();
    known.is_some_and(|known| known == Plan { id: known.id.clone(), ..plan.clone() })
}
