namespace BotApi.Simulator;

/// <summary>Decides which links Telegram accepts, and in what form it keeps them.</summary>
internal static class LinkChecker
{
    private static readonly string[] AppSchemes = ["tg", "ton", "tonsite"];

    /// <summary>Gives the link as Telegram stores it, or the reason why it refuses it.</summary>
    public static bool TryCheck(string link, out string accepted, out string reason)
    {
        var scheme = AppSchemes.FirstOrDefault(s => Ascii.Lower(link).StartsWith(s + ":", StringComparison.Ordinal));
        var address = scheme is null ? link : link[(scheme.Length + 1)..];
        if (scheme is not null && address.StartsWith("//", StringComparison.Ordinal))
        {
            address = address[2..];
        }

        accepted = "";
        if (!HttpAddress.TryParse(address, out var parsed, out reason))
        {
            return false;
        }

        return scheme is null ? TryWeb(parsed, out accepted, out reason) : TryApp(scheme, address, parsed, out accepted, out reason);
    }

    private static bool TryWeb(HttpAddress address, out string accepted, out string reason)
    {
        accepted = address.ToString();
        reason = address.Host.Contains('.') || address.IsIpv6 ? "" : "Wrong HTTP URL";
        return reason.Length == 0;
    }

    private static bool TryApp(string scheme, string link, HttpAddress address, out string accepted, out string reason)
    {
        accepted = "";
        reason = "";
        if (Ascii.Lower(link).StartsWith("http://", StringComparison.Ordinal) || address.IsHttps
            || address.UserInfo.Length > 0 || address.Port != 0 || address.IsIpv6)
        {
            reason = scheme == "tg" ? "Wrong tg URL" : "Wrong ton URL";
            return false;
        }

        if (!address.Host.All(c => Ascii.IsLetterOrDigit(c) || c is '-' or '_' || (c == '.' && scheme == "tonsite")))
        {
            reason = "Unallowed characters in URL host";
            return false;
        }

        var query = address.Query.StartsWith("/?", StringComparison.Ordinal) ? address.Query[1..] : address.Query;
        accepted = $"{scheme}://{address.Host}{query}";
        return true;
    }
}
