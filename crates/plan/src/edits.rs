//! Reviewed additions to an imported plan.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Edits {}
impl Edits {
    pub fn apply(&self, _plan: &mut crate::Plan) -> Vec<String> {
        vec![]
    }
}
