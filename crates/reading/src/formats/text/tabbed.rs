//! Tables that somebody typed, or pasted as text, into a document: paragraphs whose cells tabs or strokes divide.

use crate::document::{Block, Place, Table};

use super::cells::is_stroke;
use super::lines::Line;
use super::tables::{self, Piece};
use yaodian_pace::Pace;

/// Puts tables in the place of paragraphs that are rows of one. Two cells may be anything: a number and its text.
pub(in crate::formats) async fn tables(blocks: Vec<Block>, pace: &Pace) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut run: Vec<Block> = Vec::new();
    for block in blocks {
        if is_row(&block) {
            run.push(block);
            continue;
        }
        found.extend(of_run(std::mem::take(&mut run), pace).await);
        found.push(block);
    }
    found.extend(of_run(run, pace).await);
    found
}

fn is_row(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            paragraph.number.is_none()
                && !paragraph.text.contains('\n')
                && paragraph.text.contains(|c| c == '\t' || is_stroke(c))
        }
        Block::Table(_) => false,
    }
}

async fn of_run(run: Vec<Block>, pace: &Pace) -> Vec<Block> {
    if run.len() < 2 {
        return run;
    }
    let texts = run.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.text.as_str(),
        Block::Table(_) => "",
    });
    let lines: Vec<Line<'_>> = texts.zip(1..).map(|(text, no)| Line { no, text, new_page: false }).collect();
    let (pieces, cut_off) = tables::pieces(&lines, pace).await;
    if cut_off || !pieces.iter().any(|piece| matches!(piece, Piece::Table { .. })) {
        return run;
    }
    let place = |place: &Place| match place {
        Place::Line(no) => {
            usize::try_from(*no).ok().and_then(|no| run.get(no - 1)).map(|block| block.place().clone())
        }
        _ => None,
    };
    let mut found: Vec<Block> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Table { mut table, .. } if columns(&table) >= 3 => {
                table.place = place(&table.place).unwrap_or_default();
                for row in &mut table.rows {
                    row.place = place(&row.place).unwrap_or_default();
                    row.printed = None;
                }
                found.push(Block::Table(table));
            }
            // Not one after all.
            Piece::Table { .. } => return run,
            Piece::Prose(lines) => {
                let rows = lines.iter().filter_map(|line| usize::try_from(line.no).ok());
                found.extend(rows.filter_map(|no| run.get(no - 1).cloned()));
            }
        }
    }
    found
}

fn columns(table: &Table) -> usize {
    table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
}
