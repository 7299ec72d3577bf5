//! What is said about the plans of this browser.

use super::data::because;
use yaodian_vault::Reason;

/// Why a plan or a draft was not kept, or not changed.
pub fn not_kept(reason: Reason) -> String {
    format!("没有存下：{}。", because(reason))
}
