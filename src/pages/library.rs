//! 计划库: the plans of this browser.

mod bring;
mod came;
mod carried;
mod changed;
mod changing;
mod menu;
mod revising;
mod row;
mod shelf;
mod shown;
mod taking;
mod version;

use crate::chunks::Library;

/// The chunk.
pub fn chunk() -> Library {
    Library {
        style: concat!(
            include_str!("../../style/file.css"),
            include_str!("../../style/library.css"),
            include_str!("../../style/changed.css"),
            include_str!("../../style/plans-menu.css"),
            include_str!("../../style/revision.css")
        ),
        bring: bring::bring,
        page: shelf::shelf,
        take_in: taking::take_in,
        changed: changed::changed,
        menu: menu::menu,
    }
}
