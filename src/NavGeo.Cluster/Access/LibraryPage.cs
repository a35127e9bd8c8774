using System.Globalization;
using System.Net;
using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Cluster.Access;

/// <summary>The cases and meetings of who has signed in, as a page without any script.</summary>
internal static class LibraryPage
{
    /// <summary>Its forms go to the process it came from; nothing else is fetched.</summary>
    public const string ContentPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The page.</summary>
    public static string Of(IReadOnlyList<LibraryRoutes.CaseLine> cases, string name, UserLanguage language)
    {
        Phrasebook texts = Phrasebook.For(language);
        string title = Plain(texts.Say("cluster.page.title"));
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{LanguageCode.Of(language)}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – NavGeo</title></head>\n<body>\n<h1>{title}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Plain(texts.Say("cluster.page.who", name))}</p>\n");
        if (cases.Count == 0) page.Append(CultureInfo.InvariantCulture, $"<p>{Plain(texts.Say("cluster.page.none"))}</p>\n");
        foreach (LibraryRoutes.CaseLine one in cases) Add(page, one, texts);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Add(StringBuilder page, LibraryRoutes.CaseLine one, Phrasebook texts)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Plain(one.Name)}</h2>\n<p>{Plain(texts.Say("cluster.role." + one.Role))}</p>\n");
        if (one.Meetings.Count > 0) page.Append("<ul>\n");
        foreach (LibraryRoutes.MeetingLine meeting in one.Meetings)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"meetings/{Plain(meeting.Id)}\">{Plain(meeting.Name)}</a> {Plain(texts.Say("cluster.page.meeting", meeting.Begun.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), meeting.Entries))}</li>\n");
        if (one.Meetings.Count > 0) page.Append("</ul>\n");
        if (one.Role is not ("owner" or "leader")) return;
        page.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{Plain(one.Id)}/meetings\"><label>{Plain(texts.Say("cluster.page.name"))} <input name=\"name\" maxlength=\"80\"></label> <button>{Plain(texts.Say("cluster.page.begin"))}</button></form>\n");
    }

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
