package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import java.time.DayOfWeek;

/// Text that wants to be more than text: formulas, mentions, reversed letters, terminal commands;
/// and names from all over the world that must come out whole.
final class HostileText implements Story {

    private static final Origin FORMULA =
            Cast.TOMAS
                    .shell()
                    .with("=HYPERLINK(\"http://203.0.113.200/x\",\"click me\") <!channel>");

    @Override
    public String name() {
        return "hostile-text";
    }

    @Override
    public void tell(Script script) {
        Session formula =
                Assumption.by(script, Cast.TOMAS, Cast.BREAK_GLASS_ADMIN, "=1+1,@SUM.A1")
                        .at(Week.on(DayOfWeek.SATURDAY, "09:00:31"))
                        .from(FORMULA);
        formula.after(20, "ec2", "CreateTags")
                .request("tagSet", Json.list(tag("note", "@channel <!here> *bold* `code`")));
        formula.after(30, "s3", "PutObject")
                .request("bucketName", "example-parcels-reports", "key", "invoice\u202egpj.exe")
                .set("managementEvent", false)
                .set("eventCategory", "Data");
        formula.after(12, "logs", "PutLogEvents")
                .request("logGroupName", "\u001b[2J\u0007 <script>alert(1)</script>");
        formula.after(5, "rds", "AddTagsToResource")
                .request("tags", Json.list(tag("owner", "'; DROP TABLE orders; --")));
        names(formula);
    }

    private static void names(Session session) {
        session.after(15, "ec2", "CreateTags").request("tagSet", Json.list(tag("担当者", "田中愛子")));
        session.after(8, "ec2", "CreateTags")
                .request("tagSet", Json.list(tag("مسؤول", "سلمى حداد")));
        session.after(8, "ec2", "CreateTags")
                .request(
                        "tagSet",
                        Json.list(tag("dringlich", "Größe prüfen 🚒🔥"), tag("नाम", "प्रिया")));
        session.after(40, "ec2", "DescribeTags").request("maxResults", 1000);
    }

    private static ObjectNode tag(String key, String value) {
        return Json.object("key", key, "value", value);
    }
}
