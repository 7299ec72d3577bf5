//! Where annexes begin, and which tables are theirs.

use super::super::super::remarks::Cause;
use super::super::super::source::{Para, Source, TableView};
use super::super::super::text::trim;
use super::super::captions::{heads_table, title_within, unnumbered};
use super::super::label::label;
use super::super::regions::Annex;
use super::{Reader, State};

impl<'a> Reader<'a, '_> {
    pub(super) fn begin(&mut self, title: String, para: &'a Para, marked: bool) {
        self.above.clear();
        self.state = State::Annex;
        // A mark without anything below it was a mark for what follows.
        let empty =
            |annex: &Annex<'_>| annex.title.is_empty() && annex.tables.is_empty() && annex.paras.is_empty();
        if self.regions.annexes.last().is_some_and(empty) {
            self.regions.annexes.pop();
        }
        self.regions.annexes.push(Annex { title, spot: para.spot.clone(), marked, ..Annex::default() });
    }

    pub(super) fn table(&mut self, at: usize, source: &'a Source<'_>) {
        let Some(view) = source.tables.get(at) else { return };
        let above = std::mem::take(&mut self.above);
        if !above.is_empty() {
            self.regions.headings.insert(at, above);
        }
        if std::mem::replace(&mut self.file, view.spot.file) != view.spot.file {
            self.state = State::Annex;
            let annex = Annex { spot: view.spot.clone(), marked: true, ..Annex::default() };
            self.regions.annexes.push(annex);
        }
        if self.state != State::Annex {
            self.begin_at_table(view);
        }
        let Some(annex) = self.regions.annexes.last_mut() else { return };
        // A second table whose title stands right above it is an annex of its own.
        if !annex.tables.is_empty()
            && let Some(above) = annex.paras.pop_if(|para| heads_table(para))
        {
            let title = unnumbered(&above.text);
            let annex = Annex { title, spot: above.spot.clone(), tables: vec![at], ..Annex::default() };
            self.regions.annexes.push(annex);
            return;
        }
        self.take_title(view);
        if let Some(annex) = self.regions.annexes.last_mut() {
            annex.tables.push(at);
        }
    }

    /// Without its 附件 line an annex begins where its table does.
    fn begin_at_table(&mut self, view: &TableView<'_>) {
        let mut annex = Annex { spot: view.spot.clone(), ..Annex::default() };
        if self.state == State::Body
            && let Some(above) = self.regions.body.last().copied().filter(|para| heads_table(para))
        {
            annex.title = unnumbered(&above.text);
            if label(&above.text).is_none() {
                self.regions.body.pop();
            }
        }
        self.regions.annexes.push(annex);
        self.state = State::Annex;
    }

    /// Gives the last annex the title that its table has, or else that of the list; a first table with nothing above it
    /// may also hold the plan's own.
    fn take_title(&mut self, view: &TableView<'_>) {
        let count = self.regions.annexes.len();
        let Some(annex) = self.regions.annexes.last_mut() else { return };
        let caption = view.table.caption.as_deref().map(|caption| trim(caption).to_owned());
        if let Some(caption) = caption.or_else(|| title_within(view)) {
            if self.regions.title.is_empty() && self.regions.body.is_empty() && count == 1 && !annex.marked {
                self.regions.title.clone_from(&caption);
                self.regions.title_spot = view.spot.clone();
            }
            if annex.title.is_empty() {
                annex.title = caption;
            }
        }
        if annex.title.is_empty()
            && let Some(listed) = self.listed.get(count - 1)
        {
            annex.title = listed.to_owned();
            self.out.say(Cause::NoAnnexTitle, &annex.spot, "", &format!("取“{listed}”"));
        }
        if annex.title.is_empty() && annex.marked && annex.tables.is_empty() {
            self.out.say(Cause::NoAnnexTitle, &annex.spot, "", "");
        }
    }
}
