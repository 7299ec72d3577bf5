//! Which paragraph and table belongs to which part of the document.

use super::super::remarks::{Cause, Remarks};
use super::super::source::{Para, Piece, Source};
use super::super::text::{self, is_longer_than, trim};
use super::super::time::month_heading;
use super::captions::heads_table;
use super::front;
use super::label::{Level, Mark, label, mark, plain, undecorated};
use super::listed::Listed;
use super::regions::Regions;
use super::tail;
use super::titles::plan_words_at_end;
use crate::document::Format;
use yaodian_pace::{Pace, Stage};

mod annexes;

/// Tells the parts of a document apart.
pub async fn divide<'a>(source: &'a Source<'_>, out: &mut Remarks, pace: &Pace) -> Regions<'a> {
    let paras: Vec<&Para> = source.paras().collect();
    let web = source.format == Format::Html;
    let front = front::find(source, &paras, out);
    let mut reader = Reader {
        regions: Regions { title: front.title.clone(), signed: front.notice_issuer, ..Regions::default() },
        listed: Listed::default(),
        state: State::Body,
        web,
        ended: false,
        dated_once: paras.iter().filter(|para| tail::is_issue_date(&para.text)).count() < 3
            && !front.title.contains('次'),
        notes: false,
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Body,
    /// A list of the annexes.
    Listing,
    Annex,
}

struct Reader<'a, 'o> {
    regions: Regions<'a>,
    listed: Listed,
    state: State,
    web: bool,
    /// What follows is the web page's.
    ended: bool,
    /// Whether a date that stands alone may only be the plan's own, and not the day of what stands below it.
    dated_once: bool,
    /// Whether the paragraph before is a note below a table.
    notes: bool,
    file: usize,
    /// Numbered headings since the last numbered paragraph or table that was none; text may stand between.
    above: Vec<&'a Para>,
    out: &'o mut Remarks,
}

impl<'a> Reader<'a, '_> {
    fn para(&mut self, para: &'a Para) {
        // 3月 above a table is the time of its rows.
        let dated = || month_heading(undecorated(&para.text), 0).is_some();
        let heads = (label(&para.text).is_some() || dated())
            && !is_longer_than(&para.text, 40)
            && !para.text.contains('。');
        if heads {
            self.above.push(para);
        } else if label(&para.text).is_some() || mark(&para.text).is_some() {
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
                self.listed.add(&first);
                return;
            }
            Some(Mark::Begin(title)) => {
                self.begin(title, para, true);
                return;
            }
            _ => {}
        }
        match self.state {
            State::Body if self.is_issue_date(para) => self.leave_out_issued(para),
            State::Body => self.regions.body.push(para),
            State::Listing => self.listing(para),
            State::Annex => self.within(para),
        }
    }

    fn listing(&mut self, para: &'a Para) {
        let label = label(&para.text);
        // 附件：某安排 with 3月：某事 or 一、3月份 below it lists that annex and begins it.
        let words = label.as_ref().map_or(para.text.as_str(), |label| label.rest);
        let head = words.split(['：', ':']).next().unwrap_or_default();
        if month_heading(head, 0).is_some() && !self.listed.is_empty() {
            let title = self.listed.get(self.regions.annexes.len()).unwrap_or_default().to_owned();
            self.begin(title, para, true);
            self.within(para);
            return;
        }
        match label {
            Some(label) if label.level == Level::Part => {
                self.state = State::Body;
                self.regions.body.push(para);
            }
            Some(label) => self.listed.add(label.rest),
            None if self.left_out(para) => {}
            None if self.begins_listed(para) => self.begin(plain(&para.text), para, true),
            None => self.listed.go_on(&para.text),
        }
    }

    /// Whether a paragraph is the title of an annex that has been listed, or looks like one.
    fn begins_listed(&self, para: &Para) -> bool {
        !self.listed.is_empty()
            && (self.listed.has(&plain(&para.text)) || ((para.centred || para.bold) && heads_table(para)))
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
        // 1. and 2. below 注： are notes, too.
        let goes_on = self.notes && label.as_ref().is_some_and(|label| label.level >= Level::Point);
        self.notes = !annex.tables.is_empty() && (tail::is_note(&para.text) || goes_on);
        if self.notes {
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

    /// Whether a paragraph below the title says when the plan was issued, and is not the day of what stands below it.
    fn is_issue_date(&self, para: &Para) -> bool {
        let is_first = || self.regions.body.iter().all(|above| tail::is_signature(&above.text));
        self.dated_once && tail::is_issue_date(&para.text) && is_first()
    }

    /// Leaves out the date below the title, and who issues the plan.
    fn leave_out_issued(&mut self, date: &Para) {
        for para in std::mem::take(&mut self.regions.body) {
            self.out.say(Cause::SignatureLeftOut, &para.spot, &para.text, "");
            self.sign(&para.text);
        }
        self.out.say(Cause::SignatureLeftOut, &date.spot, &date.text, "");
    }

    fn sign(&mut self, paragraph: &str) {
        if tail::is_signature(paragraph) && self.regions.signed.is_none() {
            self.regions.signed = Some(trim(paragraph).to_owned());
        }
    }

    fn finish(mut self) -> Regions<'a> {
        // What stands below the last point: who signed it, when, and what its printer adds.
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
