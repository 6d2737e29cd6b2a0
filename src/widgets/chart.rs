//! A small chart of text: a mark for each point, as high as it is, over its label.

/// Cells of a column.
const COLUMN: usize = 8;

/// The most points that are drawn; the oldest are left out, the heights stay what they are.
const MOST: usize = 5;

/// The rows of a chart, the highest first and the labels last. The row of height 0, where it
/// began, is drawn through. Every row begins with a mark, so that none begins blank.
#[must_use]
pub fn rows(points: &[(String, i32)]) -> Vec<String> {
    let points = points.get(points.len().saturating_sub(MOST)..).unwrap_or(points);
    let heights = || points.iter().map(|(_, height)| *height);
    let top = heights().max().unwrap_or(0).max(0);
    let bottom = heights().min().unwrap_or(0).min(0);
    let levels = (bottom..=top).rev().map(|level| {
        let cells = points.iter().map(|(_, height)| {
            let blank = if level == 0 { "─" } else { " " };
            let mark = match *height {
                height if height == level => "■",
                _ => blank,
            };
            let side = blank.repeat((COLUMN - 1) / 2);
            format!("{side}{mark}{side}{blank}")
        });
        let row: String = cells.collect();
        let edge = if level == 0 { "├" } else { "│" };
        format!("{edge}{row}").trim_end().to_owned()
    });
    let labels =
        points.iter().fold(String::new(), |labels, (label, _)| format!("{labels}{label:^COLUMN$}"));
    levels.chain([format!("└{labels}").trim_end().to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_goes_up_and_down_from_where_it_began() {
        let points = [("feb".to_owned(), 0), ("mei".to_owned(), 1), ("aug".to_owned(), -1)];
        assert_eq!(
            rows(&points),
            [
                "│           ■",
                "├───■────────────────────",
                "│                   ■",
                "└  feb     mei     aug",
            ]
        );
    }
}
