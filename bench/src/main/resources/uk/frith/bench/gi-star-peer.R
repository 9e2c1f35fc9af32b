# Times spdep's localG alone on a square grid with a square window, self included, its neighbours ready made.
# Arguments: values file (one a line, row after row), columns, radius, repetitions, file for the z values.
suppressPackageStartupMessages(library(spdep))
given <- commandArgs(trailingOnly = TRUE)
values <- scan(given[1], quiet = TRUE)
columns <- as.integer(given[2])
radius <- as.integer(given[3])
rows <- length(values) %/% columns
neighbours <- lapply(seq_along(values), function(cell) {
  row <- (cell - 1L) %/% columns
  column <- (cell - 1L) %% columns
  down <- max(0L, row - radius):min(rows - 1L, row + radius)
  along <- max(0L, column - radius):min(columns - 1L, column + radius)
  as.integer(rep(down * columns, each = length(along)) + along + 1L)
})
class(neighbours) <- "nb"
attr(neighbours, "region.id") <- as.character(seq_along(values))
attr(neighbours, "self.included") <- TRUE
weights <- nb2listw(neighbours, style = "B")
# Processor seconds, not those of the clock: a run this long would be charged with what other programs do meanwhile.
seconds <- replicate(as.integer(given[4]), sum(system.time(z <<- localG(values, weights))[c("user.self", "sys.self")]))
writeLines(sprintf("%.17g", as.numeric(z)), given[5])
cat(as.character(packageVersion("spdep")), median(seconds), "\n")
