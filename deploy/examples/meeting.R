# What rv 7 means to the people of a case, asked of NavGeo's HTTP API with httr2.
#
#   navgeo serve DIR --port 5080 --no-browser
#   Rscript meeting.R http://127.0.0.1:5080 "rv 7"
#
# Every address, answer and refusal is described at /openapi.json.
library(httr2)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) != 2) stop("Rscript meeting.R ADDRESS ROAD")
cookies <- tempfile()

ask <- function(path, body = NULL) {
  asked <- request(words[1]) |> req_url_path(path) |> req_url_query(lang = "en") |> req_cookie_preserve(cookies)
  if (!is.null(body)) asked <- asked |> req_body_json(body)
  asked |> req_perform() |> resp_body_json()
}

invisible(ask("/api/join", list(name = "R")))
before <- ask("/api/answer")$now$access
after <- ask("/api/edits", list(kind = "closeRoad", road = words[2]))$now$access
cat(sprintf("mean minutes: %.1f -> %.1f\n", before$mean_minutes, after$mean_minutes))
cat(sprintf("without access: %d -> %d\n", before$without_access, after$without_access))
invisible(ask("/api/undo", structure(list(), names = character(0))))
