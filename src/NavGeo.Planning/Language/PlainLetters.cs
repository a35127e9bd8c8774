using System.Globalization;
using System.Text;

namespace NavGeo.Planning.Language;

/// <summary>Words as keyboards write them that have neither Norwegian nor Sámi letters.</summary>
public static class PlainLetters
{
    /// <summary>Letters without their marks; those that are no letter with a mark as they are written without: æ is ae, ŋ is n.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch
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
                _ => c.ToString(),
            });
        }
        return plain.ToString();
    }
}
