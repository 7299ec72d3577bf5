//! 数据: where what was recorded is kept.

use leptos::prelude::*;

use super::heading;
use crate::components::el::all;
use crate::route::Page;

/// The page.
pub fn data() -> AnyView {
    all(vec![heading(&Page::Data).view()])
}
