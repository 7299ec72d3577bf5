//! Every sentence on screen, in one place. Plain and polite; 件 counts items.

mod data;
mod export;
mod guide;
mod hints;
mod history;
mod import;
mod library;
mod mailbox;
mod names;
mod phrases;
mod pick;
mod record;
mod sessions;
mod versions;
mod views;
mod work;

pub use data::*;
pub use export::*;
pub use guide::*;
pub use hints::*;
pub use history::*;
pub use import::*;
pub use library::*;
pub use mailbox::*;
pub use names::*;
pub use phrases::*;
pub use pick::*;
pub use record::*;
pub use sessions::*;
pub use versions::*;
pub use views::*;
pub use work::*;
pub use yaodian_plan::columns::*;
