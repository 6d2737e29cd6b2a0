//! A small text chart: a mark for each point at its height, above its label.

/// Width of a column in cells.
const COLUMN_WIDTH: usize = 8;

/// The most points that are drawn. The oldest are left out without changing the heights of the
/// others.
const MAX_POINTS: usize = 5;

/// The rows of a chart, the highest first and the labels last. The row of height 0, where the
/// course starts, has a line. Every row begins with a border character, so that trimming keeps it.
#[must_use]
pub fn rows(points: &[(String, i32)]) -> Vec<String> {
    let points = points.get(points.len().saturating_sub(MAX_POINTS)..).unwrap_or(points);
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
            let side = blank.repeat((COLUMN_WIDTH - 1) / 2);
            format!("{side}{mark}{side}{blank}")
        });
        let row: String = cells.collect();
        let edge = if level == 0 { "├" } else { "│" };
        format!("{edge}{row}").trim_end().to_owned()
    });
    let labels = points
        .iter()
        .fold(String::new(), |labels, (label, _)| format!("{labels}{label:^COLUMN_WIDTH$}"));
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
