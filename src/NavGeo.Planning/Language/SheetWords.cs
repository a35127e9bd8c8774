using System.Text.RegularExpressions;

namespace NavGeo.Planning.Language;

/// <summary>What is told of the files of a case, as it is told of the sheets of a workbook: its tables are sheets, its lines rows.</summary>
internal static partial class SheetWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A sentence about files with the words of a workbook.</summary>
    public static string In(string sentence, Phrasebook book)
    {
        string told = FilePattern().Replace(sentence, file =>
        {
            string sheet = "workbook.sheet." + file.Groups["stem"].Value;
            return book.Keys.Contains(sheet) ? book.Say("workbook.sheet-name", book.Say(sheet)) : file.Value;
        });
        told = Regex.Replace(told, $@"\b{book.Say("workbook.word.line")} (?=\d)", book.Say("workbook.word.row") + " ", RegexOptions.None, Patience);
        return Regex.Replace(told, $@"\b{book.Say("workbook.word.folder")}\b", book.Say("workbook.word.workbook"), RegexOptions.None, Patience);
    }

    [GeneratedRegex(@"\b(?<stem>[a-z_]+)\.(csv|json)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FilePattern();
}
