using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>
/// The id of a case, which stands in the names of its files and in addresses: letters a–z, digits and hyphens.
/// </summary>
internal static class CaseId
{
    /// <summary>Whether a text is an id.</summary>
    public static bool IsValid(string id) =>
        id.Length > 0 && id[0] != '-' && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>
    /// The id of a case that lies in a folder, whatever that is called: <c>Ål_2018</c> gives <c>Al-2018</c>. Letters lose
    /// their marks (æ is ae), everything else between them is a hyphen; <c>case</c> where nothing is left.
    /// </summary>
    public static string OfFolder(string folder)
    {
        var id = new StringBuilder();
        foreach (char c in PlainLetters.Of(NameOf(folder)))
        {
            if (char.IsAsciiLetterOrDigit(c)) id.Append(c);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        return id.ToString().TrimEnd('-') is { Length: > 0 } found ? found : "case";
    }

    /// <summary>The folder's own name, however it is written.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
