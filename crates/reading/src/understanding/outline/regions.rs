//! Which paragraph and table belongs to which part of the document.

use std::collections::HashMap;

use super::super::numbers;
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::source::{Para, Piece, Source, TableView};
use super::super::text::{self, is_longer_than, squash, trim};
use super::super::time::month_heading;
use super::front;
use super::label::{Level, Mark, label, mark, plain};
use super::tail;
use super::titles::plan_words_at_end;
use crate::document::{Format, Merged};
use yaodian_pace::{Pace, Stage};

/// The parts of a document.
#[derive(Default)]
pub struct Regions<'a> {
    /// The title as printed; empty if there is none.
    pub title: String,
    pub title_spot: Spot,
    /// Who issues it by a notice before it or a signature below it.
    pub signed: Option<String>,
    /// The paragraphs of the body, from below the title on.
    pub body: Vec<&'a Para>,
    pub annexes: Vec<Annex<'a>>,
    /// The numbered headings right above each table, by the table's position.
    pub headings: HashMap<usize, Vec<&'a Para>>,
}

/// An annex, or a table that stands in the body.
#[derive(Default)]
pub struct Annex<'a> {
    /// As printed; empty if there is none.
    pub title: String,
    pub spot: Spot,
    /// Whether a line begins it: 附件1.
    pub marked: bool,
    /// Positions of its tables.
    pub tables: Vec<usize>,
    /// Notes below its tables.
    pub notes: Vec<&'a Para>,
    /// Its other paragraphs.
    pub paras: Vec<&'a Para>,
}

/// Tells the parts of a document apart.
pub async fn regions<'a>(source: &'a Source<'_>, out: &mut Remarks, pace: &Pace) -> Regions<'a> {
    let paras: Vec<&Para> = source.paras().collect();
    let web = source.format == Format::Html;
    let front = front::find(&paras, front_end(source, &paras), out);
    let mut reader = Reader {
        regions: Regions { title: front.title.clone(), signed: front.notice_issuer, ..Regions::default() },
        listed: Vec::new(),
        state: State::Body,
        web,
        ended: false,
        file: 0,
        above: Vec::new(),
        out,
    };
    let title_spot = paras.get(front.at.start).or(paras.first()).map(|para| para.spot.clone());
    reader.regions.title_spot = title_spot.unwrap_or_default();
    let mut no = 0;
    for piece in &source.pieces {
        pace.tick(Stage::Understand, 0, 0).await;
        match piece {
            Piece::Para(para) => {
                no += 1;
                if no > front.at.end {
                    reader.para(para);
                }
            }
            Piece::Table(at) if no >= front.at.end => reader.table(*at, source),
            Piece::Table(at) => {
                if let Some(table) = source.tables.get(*at) {
                    reader.out.say(Cause::TableLeftOut, &table.spot, "", "");
                }
            }
        }
    }
    reader.finish()
}

/// Where the paragraphs end among which the title is looked for: at the first table, and at the
/// first numbered paragraph unless a notice comes before the plan.
fn front_end(source: &Source<'_>, paras: &[&Para]) -> usize {
    let before_table =
        source.pieces.iter().take_while(|piece| matches!(piece, Piece::Para(_))).count().min(paras.len());
    let head = paras.get(..before_table).unwrap_or(paras);
    let numbered = |para: &&Para| label(&para.text).is_some_and(|label| label.level < Level::Inner);
    let end = head.iter().position(numbered).unwrap_or(before_table);
    let Some(notice) = head.iter().take(end.max(6)).find(|para| front::is_notice(&para.text)) else {
        return end;
    };
    // The notice may have numbered paragraphs of its own.
    let named = |para: &&Para| {
        let plain = squash(&plain(&para.text));
        plain.chars().nth(3).is_some()
            && plan_words_at_end(&plain)
            && squash(&notice.text).contains(plain.as_str())
    };
    head.iter().rposition(|para| named(para) && mark(&para.text).is_none()).map_or(end, |at| end.max(at + 1))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Body,
    /// A list of the annexes.
    Listing,
    Annex,
}

struct Reader<'a, 'o> {
    regions: Regions<'a>,
    /// The annexes' titles as the list has them.
    listed: Vec<String>,
    state: State,
    web: bool,
    /// What follows is the web page's.
    ended: bool,
    file: usize,
    /// Numbered headings since the last paragraph or table that was none.
    above: Vec<&'a Para>,
    out: &'o mut Remarks,
}

impl<'a> Reader<'a, '_> {
    fn para(&mut self, para: &'a Para) {
        let heads =
            label(&para.text).is_some() && !is_longer_than(&para.text, 40) && !para.text.contains('。');
        if heads {
            self.above.push(para);
        } else {
            self.above.clear();
        }
        if text::is_page_number(&para.text) || trim(&para.text).is_empty() {
            return;
        }
        // Every further file is an annex, whether it says so or not.
        if std::mem::replace(&mut self.file, para.spot.file) != para.spot.file && mark(&para.text).is_none() {
            self.begin(String::new(), para, true);
        }
        if self.web && (self.ended || tail::is_furniture(&para.text)) {
            let begun = !self.regions.body.is_empty() || !self.regions.annexes.is_empty();
            self.ended |= begun && tail::ends_page(&para.text);
            self.out.say(Cause::FrontLeftOut, &para.spot, &para.text, "");
            return;
        }
        match mark(&para.text) {
            Some(Mark::List(first)) if self.state != State::Annex => {
                self.state = State::Listing;
                self.listed.extend(listed_title(&first));
                return;
            }
            Some(Mark::Begin(title)) => {
                self.begin(title, para, true);
                return;
            }
            _ => {}
        }
        match self.state {
            State::Body => self.regions.body.push(para),
            State::Listing => self.listing(para),
            State::Annex => self.within(para),
        }
    }

    fn listing(&mut self, para: &'a Para) {
        let label = label(&para.text);
        match label {
            Some(label) if label.level == Level::Part => {
                self.state = State::Body;
                self.regions.body.push(para);
            }
            Some(label) => self.listed.extend(listed_title(label.rest)),
            None if self.left_out(para) => {}
            None if month_heading(&para.text, 0).is_some() && !self.listed.is_empty() => {
                let title = self.listed.get(self.regions.annexes.len()).cloned().unwrap_or_default();
                self.begin(title, para, true);
                self.within(para);
            }
            None if self.begins_listed(para) => self.begin(plain(&para.text), para, true),
            None if self.listed.is_empty() => self.listed.extend(listed_title(&para.text)),
            None => {
                if let Some(last) = self.listed.last_mut().filter(|_| !is_longer_than(&para.text, 40)) {
                    text::join(last, &para.text);
                }
            }
        }
    }

    /// Whether a paragraph is the title of an annex that has been listed, or looks like one.
    fn begins_listed(&self, para: &Para) -> bool {
        let words = squash(&plain(&para.text));
        let listed = self.listed.iter().any(|title| squash(title) == words);
        !self.listed.is_empty() && (listed || ((para.centred || para.bold) && heads_table(para)))
    }

    /// A paragraph of an annex: its title, a note, or text.
    fn within(&mut self, para: &'a Para) {
        let Some(annex) = self.regions.annexes.last_mut() else { return };
        let words = plain(&para.text);
        let label = label(&para.text);
        if annex.tables.is_empty() && annex.paras.is_empty() && annex.marked && label.is_none() {
            let open =
                annex.title.is_empty() || (!plan_words_at_end(&annex.title) && plan_words_at_end(&words));
            if open && !is_longer_than(&words, 60) && !words.starts_with(['（', '(']) {
                text::join(&mut annex.title, &words);
                return;
            }
        }
        if !annex.tables.is_empty() && tail::is_note(&para.text) {
            annex.notes.push(para);
            return;
        }
        let numbered = label.is_some_and(|label| label.level <= Level::Point);
        if numbered && !annex.marked {
            // A table within the body: the body goes on.
            self.state = State::Body;
            self.regions.body.push(para);
        } else if !annex.tables.is_empty() && heads_table(para) {
            self.begin(words, para, false);
        } else if !self.left_out(para)
            && let Some(annex) = self.regions.annexes.last_mut()
        {
            annex.paras.push(para);
        }
    }

    /// Whether a paragraph is no part of the plan: a signature, a date, an imprint.
    fn left_out(&mut self, para: &Para) -> bool {
        let gone =
            tail::is_date(&para.text) || tail::is_signature(&para.text) || tail::is_imprint(&para.text);
        if gone {
            self.out.say(Cause::SignatureLeftOut, &para.spot, &para.text, "");
            self.sign(&para.text);
        }
        gone
    }

    fn sign(&mut self, paragraph: &str) {
        if tail::is_signature(paragraph) && self.regions.signed.is_none() {
            self.regions.signed = Some(trim(paragraph).to_owned());
        }
    }

    fn begin(&mut self, title: String, para: &'a Para, marked: bool) {
        self.state = State::Annex;
        // A mark without anything below it was a mark for what follows.
        let empty =
            |annex: &Annex<'_>| annex.title.is_empty() && annex.tables.is_empty() && annex.paras.is_empty();
        if self.regions.annexes.last().is_some_and(empty) {
            self.regions.annexes.pop();
        }
        self.regions.annexes.push(Annex { title, spot: para.spot.clone(), marked, ..Annex::default() });
    }

    fn table(&mut self, at: usize, source: &'a Source<'_>) {
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
            // Without its 附件 line an annex begins where its table does.
            let mut annex = Annex { spot: view.spot.clone(), ..Annex::default() };
            if self.state == State::Body
                && let Some(above) = self.regions.body.last().copied().filter(|para| heads_table(para))
            {
                annex.title =
                    label(&above.text).map_or_else(|| plain(&above.text), |label| label.rest.to_owned());
                if label(&above.text).is_none() {
                    self.regions.body.pop();
                }
            }
            self.regions.annexes.push(annex);
            self.state = State::Annex;
        }
        let count = self.regions.annexes.len();
        let Some(annex) = self.regions.annexes.last_mut() else { return };
        // A second table whose title stands right above it is an annex of its own.
        if !annex.tables.is_empty()
            && let Some(above) = annex.paras.pop_if(|para| heads_table(para))
        {
            let title = label(&above.text).map_or_else(|| plain(&above.text), |label| label.rest.to_owned());
            let annex = Annex { title, spot: above.spot.clone(), tables: vec![at], ..Annex::default() };
            self.regions.annexes.push(annex);
            return;
        }
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
            annex.title.clone_from(listed);
            self.out.say(Cause::NoAnnexTitle, &annex.spot, "", &format!("取“{listed}”"));
        }
        if annex.title.is_empty() && annex.marked && annex.tables.is_empty() {
            self.out.say(Cause::NoAnnexTitle, &annex.spot, "", "");
        }
        annex.tables.push(at);
    }

    fn finish(mut self) -> Regions<'a> {
        // What stands below the last point: who signed it, when, and what a web page adds.
        while let Some(para) = self.regions.body.last().copied() {
            let gone = tail::is_date(&para.text) || tail::is_imprint(&para.text);
            let before = self.regions.body.len() > 1;
            let signs = tail::is_signature(&para.text) && before && para.level.is_none_or(|level| level >= 4);
            if !gone && !signs {
                break;
            }
            self.regions.body.pop();
            self.sign(&para.text);
            self.out.say(Cause::SignatureLeftOut, &para.spot, &para.text, "");
        }
        self.regions
    }
}

/// Whether a paragraph is the heading of a table below it.
fn heads_table(para: &Para) -> bool {
    let words = squash(&plain(&para.text));
    let words = label(&words).map_or(words.as_str(), |label| label.rest);
    let short = !is_longer_than(words, 40) && !words.contains(['。', '；', '：']);
    short && (plan_words_at_end(words) || (para.centred && para.bold) || words.ends_with('表'))
}

/// The title that a table has in a row of its own above its header.
fn title_within(view: &TableView<'_>) -> Option<String> {
    let own = |row: usize| {
        let slots = view.grid.row(row).iter().flatten();
        slots.filter(|slot| slot.merged == Merged::Own && !slot.cell.is_empty()).count()
    };
    let above = (0..view.rows().min(4)).take_while(|row| own(*row) < 2);
    let texts = above.filter(|row| own(*row) == 1).map(|row| {
        let texts = (0..view.columns()).map(|column| view.text(row, column));
        plain(&texts.into_iter().find(|text| !trim(text).is_empty()).unwrap_or_default())
    });
    texts.into_iter().find(|text| {
        let named = plan_words_at_end(text) || (numbers::year(text).is_some() && text.ends_with('表'));
        named && view.columns() > 2 && label(text).is_none() && !is_longer_than(text, 60)
    })
}

fn listed_title(title: &str) -> Option<String> {
    let title = numbers::list_entry(title).map_or(trim(title), |(_, title)| title);
    (!title.is_empty()).then(|| title.to_owned())
}
