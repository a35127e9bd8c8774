using System.Globalization;
using System.Text;

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
        foreach (char c in NameOf(folder).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            string plain = PlainOf(c);
            if (plain.All(char.IsAsciiLetterOrDigit)) id.Append(plain);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        return id.ToString().TrimEnd('-') is { Length: > 0 } found ? found : "case";
    }

    /// <summary>The Norwegian and Sámi letters that are no letter with a mark, and every other as it is.</summary>
    private static string PlainOf(char letter) => letter switch
    {
        'æ' => "ae",
        'Æ' => "Ae",
        'ø' => "o",
        'Ø' => "O",
        'đ' => "d",
        'Đ' => "D",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ŋ' => "n",
        'Ŋ' => "N",
        _ => letter.ToString(),
    };

    /// <summary>The folder's own name, however it is written.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
