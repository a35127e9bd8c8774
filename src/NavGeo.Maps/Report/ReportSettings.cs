using NavGeo.Data.Regions;
using NavGeo.Maps.Sheets;
using NavGeo.Planning.Futures;
using NavGeo.Planning.Language;
using NavGeo.Reports.Pages;

namespace NavGeo.Maps.Report;

/// <summary>What a report is to hold.</summary>
public sealed record ReportSettings
{
    /// <summary>So many municipalities get a page of their own unless the user asks for more.</summary>
    public const int UsualPages = 60;

    /// <summary>The language of the whole report.</summary>
    public required UserLanguage Language { get; init; }

    /// <summary>Kommunenumre that get a page; null for all where there are at most <see cref="UsualPages"/>, else none.</summary>
    public IReadOnlyList<string>? Municipalities { get; init; }

    /// <summary>What the maps are printed on.</summary>
    public SheetSettings Sheets { get; init; } = new();

    /// <summary>Objections of the meeting; empty where nobody objected.</summary>
    public IReadOnlyList<Objection> Objections { get; init; } = [];

    /// <summary>The case's labour-market regions; null where none were made.</summary>
    public CaseDivision? Regions { get; init; }

    /// <summary>Why there are none though the case has something to make them of; null where that is not so.</summary>
    public Finding? RegionsLeftOut { get; init; }

    /// <summary>Whether it answers the six questions of an official study, and is held against what is asked of one.</summary>
    public bool IsStudy { get; init; }

    /// <summary>What the user has written, by chapter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PageBlock>> Own { get; init; } = new Dictionary<string, IReadOnlyList<PageBlock>>(StringComparer.Ordinal);

    /// <summary>How many times the case is drawn anew to tell how sure it is; fewer where it is very large, none where 0.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>What may come to the case; empty where nobody asks.</summary>
    public IReadOnlyList<Future> Futures { get; init; } = [];

    /// <summary>Tables the partners bring, by name.</summary>
    public IReadOnlyList<(string Name, TableBlock Table)> Tables { get; init; } = [];

    /// <summary>What an earlier report expected, to be held against this one; empty where nobody asks.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>Whether the edits in it are those of a meeting, to be told so.</summary>
    public bool IsOfMeeting { get; init; }

    /// <summary>The command line that makes the report.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];
}
