//! Digits that a whole room can read, of full blocks.

/// Rows of a digit.
pub const HEIGHT: u16 = 5;

const BLOCK: char = '█';

/// A digit as rows of five by five cells; `#` is a block.
const DIGITS: [[&str; 5]; 10] = [
    ["#####", "#   #", "#   #", "#   #", "#####"],
    ["  ## ", "   # ", "   # ", "   # ", "   # "],
    ["#####", "    #", "#####", "#    ", "#####"],
    ["#####", "    #", "#####", "    #", "#####"],
    ["#   #", "#   #", "#####", "    #", "    #"],
    ["#####", "#    ", "#####", "    #", "#####"],
    ["#####", "#    ", "#####", "#   #", "#####"],
    ["#####", "    #", "    #", "    #", "    #"],
    ["#####", "#   #", "#####", "#   #", "#####"],
    ["#####", "#   #", "#####", "    #", "#####"],
];

/// A number as rows of blocks, each cell `scale` wide and the whole `scale / 2` as high.
#[must_use]
pub fn rows(number: u64, scale: usize) -> Vec<String> {
    let digits: Vec<usize> =
        number.to_string().chars().filter_map(|c| Some(c.to_digit(10)? as usize)).collect();
    let tall = (scale / 2).max(1);
    (0..5)
        .flat_map(|row| {
            let line = digits
                .iter()
                .filter_map(|digit| DIGITS.get(*digit)?.get(row))
                .map(|cells| widened(cells, scale))
                .collect::<Vec<_>>()
                .join(&" ".repeat(scale * 2));
            std::iter::repeat_n(line, tall)
        })
        .collect()
}

fn widened(cells: &str, scale: usize) -> String {
    cells
        .chars()
        .flat_map(|cell| std::iter::repeat_n(if cell == '#' { BLOCK } else { ' ' }, scale))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_fills_its_field() {
        for digit in DIGITS {
            assert!(digit.iter().all(|row| row.len() == 5));
        }
        assert_eq!(rows(23, 2).len(), usize::from(HEIGHT));
        assert_eq!(rows(23, 2)[0], "██████████    ██████████");
    }
}
