using NavGeo.Data.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Web.Starting;

/// <summary>A case on the desk.</summary>
/// <param name="Key">What requests name it by.</param>
/// <param name="Name">As users see it.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="IsEmbedded">Whether it comes with the program and stays as it is.</param>
/// <param name="IsWorkbook">Whether it is one, which is edited in a spreadsheet.</param>
internal sealed record DeskItem(string Key, string Name, string Folder, bool IsEmbedded, bool IsWorkbook);

/// <summary>A case as one works on it.</summary>
/// <param name="Item">The case.</param>
/// <param name="Form">Sites and structures; null where an error stands among the findings.</param>
/// <param name="Baseline">The structure of today.</param>
/// <param name="Municipalities">Those of the case, and parts of them.</param>
/// <param name="Places">Named places a site can be put at, with their municipalities.</param>
/// <param name="Findings">Everything there is to say about it.</param>
/// <param name="CanUndo">Whether something saved can be taken back.</param>
/// <param name="IsSaved">Whether the folder holds this.</param>
internal sealed record DeskCase(
    DeskItem Item, CaseForm? Form, string? Baseline, IReadOnlyList<DeskArea> Municipalities, IReadOnlyList<string> Places,
    IReadOnlyList<DeskFinding> Findings, bool CanUndo, bool IsSaved)
{
    /// <summary>What a check found.</summary>
    /// <param name="item">The case.</param>
    /// <param name="check">Of it.</param>
    /// <param name="tables">The tables that were checked; null where they are not edited here.</param>
    /// <param name="canUndo">Whether something saved can be taken back.</param>
    /// <param name="isSaved">Whether the folder holds this.</param>
    public static DeskCase Of(DeskItem item, CaseCheck check, CaseTables? tables, bool canUndo, bool isSaved) => new(
        item,
        check.Case is { } sound ? CaseForm.Of(sound) : null,
        check.Case?.Baseline,
        check.Case is { } known ? [.. known.Areas.Select(a => new DeskArea(a.Number, a.Name, a.PartOf))] : [],
        check.Case is { } placed ? [.. SpotReader.PlacesOf(placed).Select(p => SpotReader.LabelOf(placed, p))] : [],
        [.. check.Findings.Select(f => new DeskFinding(f, tables?.RowOf(f)))],
        canUndo,
        isSaved);
}

/// <summary>A municipality, or a part of one.</summary>
/// <param name="Number">Kommunenummer, or the id of the part.</param>
/// <param name="Name">As users see it.</param>
/// <param name="PartOf">The municipality that it is a part of; null for a whole one.</param>
internal sealed record DeskArea(string Number, string Name, string? PartOf);

/// <summary>A finding on the desk.</summary>
/// <param name="Finding">What there is to say.</param>
/// <param name="Row">The row of the form it is about; null for none.</param>
internal sealed record DeskFinding(Finding Finding, FormRow? Row);

/// <summary>What municipalities can be called by.</summary>
/// <param name="Name">Of a municipality, a county or a district.</param>
/// <param name="Numbers">The municipalities it means.</param>
internal sealed record DeskName(string Name, IReadOnlyList<string> Numbers);
