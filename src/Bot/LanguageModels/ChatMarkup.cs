using System.Net;
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

    /// <summary>
    /// What is wrong with a template, told before anything is rendered: a variable that is not declared or not used, a block
    /// that is not closed, markup that cannot be read. Null for a sound one.
    /// </summary>
    /// <param name="roles">Of its messages.</param>
    /// <param name="variables">Those its file declares.</param>
    public static string? FaultOf(string template, IReadOnlyList<string> roles, IReadOnlyList<string> variables)
    {
        var tags = Tag().Matches(template).Select(match => match.Groups).ToList();
        var used = tags.Where(tag => !tag["close"].Success && !tag["else"].Success).Select(tag => tag["variable"].Value).ToHashSet();
        if (used.FirstOrDefault(name => !variables.Contains(name)) is { } unknown) return $"the template holds {{{{{unknown}}}}}, which input_variables does not name";
        if (variables.FirstOrDefault(name => !used.Contains(name)) is { } unused) return $"the template holds no {{{{{unused}}}}}, which input_variables names";
        var open = new Stack<string>();
        foreach (var tag in tags)
        {
            if (tag["open"].Success) open.Push(tag["open"].Value);
            else if (tag["close"].Success && (open.Count == 0 || open.Pop() != tag["close"].Value)) return $"the template closes {{{{/{tag["close"].Value}}}}}, which is not open";
        }
        if (open.Count > 0) return $"the template opens {{{{#{open.Peek()} …}}}} and does not close it with {{{{/{open.Peek()}}}}}";
        try
        {
            Read(WebUtility.HtmlDecode(Tag().Replace(template, "x")), roles);
            return null;
        }
        catch (ModelException fault)
        {
            return $"{fault.Message}; in a template '<' is written '&amp;lt;', and '&' is written '&amp;amp;'";
        }
    }

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

    [GeneratedRegex(@"\{\{\s*(?:/(?<close>\w+)|(?<else>else)|(?:#(?<open>\w+)\s+)?(?<variable>[\w.-]+))\s*\}\}")]
    private static partial Regex Tag();

    [GeneratedRegex("""<message\s+role="(?<role>\w+)"\s*>""")]
    private static partial Regex Opening();
}
