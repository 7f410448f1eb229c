using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Bot.LanguageModels;

/// <summary>A message of a chat with a model.</summary>
/// <param name="Role">"system", "user" or "assistant".</param>
internal sealed record PromptMessage(string Role, string Text);

/// <summary>
/// The markup of Semantic Kernel's chat prompts: literal <c>&lt;message role="…"&gt;</c> elements. Text that was put into
/// a prompt must never open one of its own, which both adapters have checked here.
/// </summary>
internal static partial class ChatMarkup
{
    private static readonly string[] Roles = ["system", "user", "assistant"];

    /// <summary>The roles of a template's messages, in order.</summary>
    public static IReadOnlyList<string> RolesIn(string template) => [.. Opening().Matches(template).Select(match => match.Groups["role"].Value)];

    /// <summary>The messages of a rendered prompt.</summary>
    /// <param name="roles">Those its template says.</param>
    /// <exception cref="ModelException">It holds other messages, or none that can be read.</exception>
    public static IReadOnlyList<PromptMessage> Read(string rendered, IReadOnlyList<string> roles)
    {
        IReadOnlyList<PromptMessage> messages;
        try
        {
            var root = XElement.Parse($"<prompt>{rendered}</prompt>", LoadOptions.PreserveWhitespace);
            if (root.Nodes().Any(node => node is not XElement { Name.LocalName: "message", HasElements: false } && !(node is XText text && string.IsNullOrWhiteSpace(text.Value)))) throw Otherwise();
            messages = [.. root.Elements().Select(element => new PromptMessage((string?)element.Attribute("role") ?? "", element.Value.Trim()))];
        }
        catch (XmlException fault)
        {
            throw new ModelException(ModelFault.Prompt, $"the prompt's messages cannot be read: {fault.Message}", inner: fault);
        }
        return messages.Select(message => message.Role).SequenceEqual(roles) && messages.All(message => message.Text.Length > 0 && Roles.Contains(message.Role)) ? messages : throw Otherwise();
    }

    /// <summary>
    /// A text without what XML forbids (control characters, broken surrogates): one such character would have the whole
    /// prompt sent as one message. Lines end in one way.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) clean.Append(text[at]).Append(text[++at]);
            else if (text[at] == '\r') clean.Append(at + 1 < text.Length && text[at + 1] == '\n' ? "" : "\n");
            else clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
        }
        return clean.ToString();
    }

    private static ModelException Otherwise() => new(ModelFault.Prompt, "the prompt came out with other messages than its file says, and was not sent");

    [GeneratedRegex("""<message\s+role="(?<role>\w+)"\s*>""")]
    private static partial Regex Opening();
}
