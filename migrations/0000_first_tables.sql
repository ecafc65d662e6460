CREATE TABLE "channels" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"channel" text,
	"name" text NOT NULL,
	"attempted" timestamp (3) with time zone,
	"steps" jsonb NOT NULL,
	"archived" timestamp (3) with time zone,
	CONSTRAINT "channels_workspace_release_pk" PRIMARY KEY("workspace","release")
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticks_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
CREATE TABLE "models" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "models_workspace_name_version_pk" PRIMARY KEY("workspace","name","version")
);
--> statement-breakpoint
CREATE TABLE "directory_syncs" (
	"workspace" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"handle" text NOT NULL,
	"members" jsonb NOT NULL,
	CONSTRAINT "groups_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"zone" text NOT NULL,
	"guest" boolean NOT NULL,
	"deleted" boolean NOT NULL,
	"admin" boolean NOT NULL,
	CONSTRAINT "people_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "role_holders" (
	"workspace" text NOT NULL,
	"product" text NOT NULL,
	"role" text NOT NULL,
	"holder" text NOT NULL,
	CONSTRAINT "role_holders_workspace_product_role_holder_pk" PRIMARY KEY("workspace","product","role","holder")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "products_workspace_name_pk" PRIMARY KEY("workspace","name")
);
--> statement-breakpoint
CREATE TABLE "readiness_items" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"component" text,
	"procedure" text,
	"role" text NOT NULL,
	"due" jsonb NOT NULL,
	"wants_evidence" boolean NOT NULL,
	"required" boolean NOT NULL,
	"owner" text,
	"asked" timestamp (3) with time zone NOT NULL,
	"again" text,
	"fell_late" boolean NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone,
	"by" text,
	"why" text,
	"waits_for" text,
	"evidence" text,
	"revision" text,
	CONSTRAINT "readiness_items_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "ways_back" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"how_long" text NOT NULL,
	"until_step" text NOT NULL,
	"sign" text,
	"rollback_sign" text NOT NULL,
	CONSTRAINT "ways_back_workspace_release_pk" PRIMARY KEY("workspace","release")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"product" text NOT NULL,
	"version" text NOT NULL,
	"model" text NOT NULL,
	"model_version" integer NOT NULL,
	"intent" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"outcome_reason" text,
	"hold" jsonb,
	"target" timestamp (3) with time zone NOT NULL,
	"manager" text NOT NULL,
	"deputy" text,
	"planned_by" text NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"revision" integer NOT NULL,
	"wakes" timestamp (3) with time zone,
	CONSTRAINT "releases_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"target" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"why" text,
	CONSTRAINT "targets_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "timeline" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person" text,
	"door" text NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "timeline_workspace_release_seq_pk" PRIMARY KEY("workspace","release","seq")
);
--> statement-breakpoint
CREATE TABLE "scope_changes" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"link" text,
	CONSTRAINT "scope_changes_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "scope_components" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"revision" text,
	CONSTRAINT "scope_components_workspace_release_name_pk" PRIMARY KEY("workspace","release","name")
);
--> statement-breakpoint
CREATE TABLE "scopes" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"flags" jsonb NOT NULL,
	"exposure" text,
	CONSTRAINT "scopes_workspace_release_pk" PRIMARY KEY("workspace","release")
);
--> statement-breakpoint
CREATE TABLE "slack_events" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"body" jsonb,
	"received" timestamp (3) with time zone NOT NULL,
	"handled" timestamp (3) with time zone,
	CONSTRAINT "slack_events_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "surfaces" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"release" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"person" text,
	"params" jsonb NOT NULL,
	"channel" text,
	"ts" text,
	"wanted" integer NOT NULL,
	"drawn" integer NOT NULL,
	"fingerprint" text,
	"attempted" timestamp (3) with time zone,
	"let_go" text,
	CONSTRAINT "surfaces_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ways_back" ADD CONSTRAINT "ways_back_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline" ADD CONSTRAINT "timeline_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_changes" ADD CONSTRAINT "scope_changes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_components" ADD CONSTRAINT "scope_components_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scopes" ADD CONSTRAINT "scopes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channels_channel" ON "channels" USING btree ("workspace","channel");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_key" ON "releases" USING btree ("workspace","key") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "releases_wakes" ON "releases" USING btree ("workspace","wakes");--> statement-breakpoint
CREATE UNIQUE INDEX "surfaces_key" ON "surfaces" USING btree ("workspace","release","kind","key");