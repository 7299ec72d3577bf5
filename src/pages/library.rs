//! 计划库: the plans of this browser.

mod bring;
mod carried;
mod changing;
mod revising;
mod row;
mod shelf;
mod shown;
mod taking;

use crate::chunks::Library;

/// The chunk.
pub fn chunk() -> Library {
    Library {
        style: concat!(
            include_str!("../../style/file.css"),
            include_str!("../../style/library.css"),
            include_str!("../../style/revision.css")
        ),
        bring: bring::bring,
        page: shelf::shelf,
    }
}
