using NavGeo.Planning.Language;

namespace NavGeo.Data.Input;

/// <summary>
/// One thing that is wrong, or worth knowing, in what a user gave: where, what, and how to mend it.
/// </summary>
/// <param name="Severity">Whether the work can go on.</param>
/// <param name="File">The file as the user named it.</param>
/// <param name="Place">Line number ("17"), feature ("feature 3") or row ("Veglenke fid 12"); null for the whole file.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record Finding(Severity Severity, string File, string? Place, Phrase Problem, Phrase Remedy)
{
    /// <summary><c>data/roads.csv:17: speed 'fast' is not a number; write km/h, e.g. 80</c></summary>
    public string In(UserLanguage language)
    {
        string where = Place is null ? File : $"{File}:{Place}";
        return $"{where}: {Problem.In(language)}; {Remedy.In(language)}";
    }
}
