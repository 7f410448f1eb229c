using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotApi.Simulator;

/// <summary>A web address taken apart by TDLib's rules. The query holds the path as well.</summary>
internal sealed record HttpAddress(bool IsHttps, string UserInfo, string Host, bool IsIpv6, int Port, string Query)
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(":/?#@[]");

    /// <summary>The address as Telegram writes it.</summary>
    public override string ToString()
    {
        var user = UserInfo.Length > 0 ? UserInfo + "@" : "";
        var port = Port > 0 ? string.Create(CultureInfo.InvariantCulture, $":{Port}") : "";
        return $"{(IsHttps ? "https" : "http")}://{user}{Host}{port}{Query}";
    }

    /// <summary>Reads <c>[https?://][user@]host[:port][/path]</c>; a missing protocol means http.</summary>
    public static bool TryParse(string url, out HttpAddress address, out string reason)
    {
        address = new HttpAddress(false, "", "", false, 0, "/");
        var rest = url;
        var schemeEnd = url.AsSpan().IndexOfAny(Delimiters);
        if (schemeEnd >= 0 && url.AsSpan(schemeEnd).StartsWith("://"))
        {
            var protocol = Ascii.Lower(url[..schemeEnd]);
            if (protocol is not ("http" or "https"))
            {
                reason = "Unsupported URL protocol";
                return false;
            }

            address = address with { IsHttps = protocol == "https" };
            rest = url[(schemeEnd + 3)..];
        }

        var authorityEnd = rest.AsSpan().IndexOfAny("/?#");
        var authority = authorityEnd < 0 ? rest : rest[..authorityEnd];
        address = address with { Query = EscapedQuery(authorityEnd < 0 ? "" : rest[authorityEnd..]) };
        if (!TrySplitPort(ref authority, out var port))
        {
            reason = "Wrong port number specified in the URL";
            return false;
        }

        var at = authority.LastIndexOf('@');
        address = address with
        {
            UserInfo = at < 0 ? "" : authority[..at],
            Host = Ascii.Lower(authority[(at + 1)..]),
            Port = port,
        };
        reason = HostProblem(ref address);
        return reason.Length == 0;
    }

    private static bool TrySplitPort(ref string authority, out int port)
    {
        port = 0;
        var colon = authority.AsSpan().LastIndexOfAny(":]@");
        if (colon <= 0 || authority[colon] != ':')
        {
            return true;
        }

        var digits = authority[(colon + 1)..];
        authority = authority[..colon];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
    }

    private static string HostProblem(ref HttpAddress address)
    {
        var host = address.Host;
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            address = address with { IsIpv6 = true };
            return IsIpv6Literal(host[1..^1]) ? "" : "Wrong IPv6 address specified in the URL";
        }

        return host switch
        {
            "" => "URL host is empty",
            "." => "Host is invalid",
            _ => UrlCharacters.Problem(host, "host", false) ?? UrlCharacters.Problem(address.UserInfo, "userinfo", true) ?? "",
        };
    }

    private static bool IsIpv6Literal(string text)
        => text.All(c => c is ':' or '.' || Ascii.IsHexDigit(c))
           && IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6;

    private static string EscapedQuery(string query)
    {
        var end = query.Length;
        while (end > 0 && Ascii.IsSpace(query[end - 1]))
        {
            end--;
        }

        var escaped = new StringBuilder();
        if (end == 0 || query[0] != '/')
        {
            escaped.Append('/');
        }

        foreach (var c in query.AsSpan(0, end))
        {
            _ = c <= ' ' ? escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
