using System.Text;
using System.Text.RegularExpressions;
using NavGeo.Data.Folders;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>The language of a case before the case is read: what is wrong with it is told in that language.</summary>
public static partial class CaseLanguage
{
    /// <summary>The language of a case folder or workbook, even where the rest of it cannot be read.</summary>
    /// <returns>Null where there is no such case or it names no language.</returns>
    public static UserLanguage? Find(string path, InputFiles files)
    {
        if (CaseWorkbook.Is(path)) return File.Exists(path) ? CaseWorkbook.LanguageOf(files.At(path)) : null;
        try
        {
            InputFile settings = files.At(Path.Combine(CaseArchive.Opened(path), CaseFolder.SettingsName));
            return settings.Exists && Pattern().Match(Encoding.UTF8.GetString(settings.Bytes)) is { Success: true } found
                && LanguageCode.TryParse(found.Groups["code"].Value, out UserLanguage language)
                ? language
                : null;
        }
        catch (InputException)
        {
            // Who reads the case says what is the matter with the file.
            return null;
        }
    }

    [GeneratedRegex("\"language\"\\s*:\\s*\"(?<code>nb|nn|en)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
