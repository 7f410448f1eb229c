using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Corpus;

/// <summary>The words of a Markdown text: headings keep their "#", list items their "-", all other markup is gone.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static string Extract(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        Write(Markdown.Parse(markdown, Pipeline), text, "");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static string? FirstHeading(string markdown) =>
        Markdown.Parse(markdown, Pipeline).Descendants<HeadingBlock>().Select(heading => Inline(heading.Inline)).FirstOrDefault(title => title.Length > 0);

    private static void Write(Block block, StringBuilder text, string prefix)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(text, new string('#', heading.Level) + " ", Inline(heading.Inline));
                break;
            case ParagraphBlock paragraph:
                Add(text, prefix, Inline(paragraph.Inline));
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) WriteAll(item, text, "- ");
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                    Add(text, "- ", string.Join("; ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<ParagraphBlock>().Select(part => Inline(part.Inline))))));
                break;
            case ContainerBlock container:
                WriteAll(container, text, prefix);
                break;
        }
    }

    private static void WriteAll(ContainerBlock container, StringBuilder text, string prefix)
    {
        foreach (var child in container)
        {
            Write(child, text, prefix);
            prefix = "";
        }
    }

    private static void Add(StringBuilder text, string prefix, string words)
    {
        if (words.Length > 0) text.Append(prefix).Append(words).Append("\n\n");
    }

    private static string Inline(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            if (part is LiteralInline literal && !IsImageText(literal)) text.Append(literal.Content.ToString());
            else if (part is CodeInline code) text.Append(code.Content);
            else if (part is LineBreakInline) text.Append(' ');
            else if (part is HtmlEntityInline entity) text.Append(entity.Transcoded.ToString());
            else if (part is AutolinkInline link) text.Append(link.Url);
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsImageText(LiteralInline literal) => literal.Parent is LinkInline { IsImage: true };
}
