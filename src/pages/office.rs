//! What the office does with all that was recorded, and what else is not looked at every day.

mod bulletin;
mod coverage;
mod data;
mod export;
mod history;
mod mine;
mod points;
mod session;
mod sessions;

use yaodian_ui::View;

use crate::chunks::{Office, OfficePage};

/// The chunk.
pub fn chunk() -> Office {
    Office {
        style: concat!(
            include_str!("../../style/facts.css"),
            include_str!("../../style/file.css"),
            include_str!("../../style/data.css"),
            include_str!("../../style/history.css"),
            include_str!("../../style/points.css"),
            include_str!("../../style/sessions.css"),
            include_str!("../../style/agenda.css"),
            include_str!("../../style/work.css")
        ),
        page,
        save_backup: data::save_backup,
        share_ready: data::share_ready,
        take_in: data::take_in,
        enqueue: data::enqueue,
        open_mailbox: data::open_mailbox,
        export: export::export,
    }
}

fn page(page: OfficePage) -> View {
    match page {
        OfficePage::Mine => mine::mine(),
        OfficePage::Sessions => sessions::sessions(),
        OfficePage::Session(id) => session::session(id),
        OfficePage::Points(at) => points::points(at),
        OfficePage::Coverage => coverage::coverage_page(),
        OfficePage::History => history::history_page(),
        OfficePage::Bulletin(first, last) => bulletin::bulletin_page(first, last),
        OfficePage::Data => data::data(),
    }
}
