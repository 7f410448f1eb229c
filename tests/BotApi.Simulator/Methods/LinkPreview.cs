namespace BotApi.Simulator;

/// <summary>Reads <c>link_preview_options</c> or the older <c>disable_web_page_preview</c>.</summary>
internal static class LinkPreview
{
    public static bool IsDisabled(CallParameters parameters)
        => parameters.Json("link_preview_options", "link preview options") is { } json
            ? json.AsObject("Object expected as link preview options").Flag("is_disabled")
            : parameters.Flag("disable_web_page_preview");
}
