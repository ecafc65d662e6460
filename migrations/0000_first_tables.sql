CREATE TABLE "channels" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"channel" text,
	"name" text NOT NULL,
	"attempted" timestamp (3) with time zone,
	"steps" jsonb NOT NULL,
	"archived" timestamp (3) with time zone,
	"shut" text,
	"shut_since" timestamp (3) with time zone,
	CONSTRAINT "channels_workspace_release_pk" PRIMARY KEY("workspace","release")
);
--> statement-breakpoint
CREATE TABLE "home_channels" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"channel" text,
	"away" text,
	"since" timestamp (3) with time zone NOT NULL,
	"checked" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "home_channels_workspace_name_pk" PRIMARY KEY("workspace","name")
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticks_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"share" double precision NOT NULL,
	"from_share" double precision NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"soak_until" timestamp (3) with time zone NOT NULL,
	"by" text,
	"why" text,
	"early" boolean NOT NULL,
	"asked_at" timestamp (3) with time zone,
	CONSTRAINT "exposures_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"component" text,
	"role" text,
	"taken_by" text,
	"share" double precision,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"lasts" bigint NOT NULL,
	"no_way_back" boolean NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"note" text,
	"failures" integer NOT NULL,
	"failure" text,
	"failed_by" text,
	CONSTRAINT "steps_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "followers_workspace_release_person_pk" PRIMARY KEY("workspace","release","person")
);
--> statement-breakpoint
CREATE TABLE "homes" (
	"workspace" text NOT NULL,
	"person" text NOT NULL,
	"fingerprint" text,
	CONSTRAINT "homes_workspace_person_pk" PRIMARY KEY("workspace","person")
);
--> statement-breakpoint
CREATE TABLE "models" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "models_workspace_name_version_pk" PRIMARY KEY("workspace","name","version")
);
--> statement-breakpoint
CREATE TABLE "directory_syncs" (
	"workspace" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone,
	"begun" timestamp (3) with time zone
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
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"holder" text NOT NULL,
	CONSTRAINT "role_holders_workspace_product_kind_role_holder_pk" PRIMARY KEY("workspace","product","kind","role","holder")
);
--> statement-breakpoint
CREATE TABLE "unfilled_roles" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "unfilled_roles_workspace_release_role_pk" PRIMARY KEY("workspace","release","role")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
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
	"risk" jsonb,
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
	"last_change" jsonb,
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
CREATE TABLE "approaches" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"target" timestamp (3) with time zone NOT NULL,
	"offset" integer NOT NULL,
	"date" text NOT NULL,
	CONSTRAINT "approaches_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "mornings" (
	"workspace" text NOT NULL,
	"zone" text NOT NULL,
	"date" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mornings_workspace_zone_date_pk" PRIMARY KEY("workspace","zone","date")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"person" text NOT NULL,
	"relation" text NOT NULL,
	"stars" integer NOT NULL,
	"sentence" text,
	"at" timestamp (3) with time zone NOT NULL,
	"superseded" timestamp (3) with time zone,
	CONSTRAINT "ratings_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"what" text NOT NULL,
	"owner" text NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	CONSTRAINT "actions_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "review_asked" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"person" text NOT NULL,
	"relation" text NOT NULL,
	CONSTRAINT "review_asked_workspace_release_person_pk" PRIMARY KEY("workspace","release","person")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"started" timestamp (3) with time zone NOT NULL,
	"started_by" text,
	"closes" timestamp (3) with time zone NOT NULL,
	"closed" timestamp (3) with time zone,
	"attention" jsonb,
	CONSTRAINT "reviews_workspace_release_pk" PRIMARY KEY("workspace","release")
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
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"taken" double precision[] NOT NULL
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
	"pinged" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"let_go" text,
	CONSTRAINT "surfaces_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "checks" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"role" text NOT NULL,
	"required" boolean NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"by" text,
	"at" timestamp (3) with time zone,
	"failures" integer NOT NULL,
	CONSTRAINT "checks_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"link" text,
	"note" text,
	"caused" text NOT NULL,
	"began" timestamp (3) with time zone NOT NULL,
	"ended" timestamp (3) with time zone,
	"share" double precision NOT NULL,
	"by" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incidents_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "verification_rounds" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"number" integer NOT NULL,
	"live_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	CONSTRAINT "verification_rounds_workspace_release_number_pk" PRIMARY KEY("workspace","release","number")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"round" integer NOT NULL,
	"number" integer NOT NULL,
	"role" text,
	"person" text NOT NULL,
	"for_whom" text,
	"says" text NOT NULL,
	"note" text,
	"door" text NOT NULL,
	"channel" text,
	"ts" text,
	"said" text,
	"seal" text NOT NULL,
	"cast" timestamp (3) with time zone NOT NULL,
	"replaces" integer,
	"superseded" timestamp (3) with time zone,
	CONSTRAINT "ballots_workspace_release_round_number_pk" PRIMARY KEY("workspace","release","round","number")
);
--> statement-breakpoint
CREATE TABLE "sealed_scopes" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"seal" text NOT NULL,
	"scope" jsonb NOT NULL,
	CONSTRAINT "sealed_scopes_workspace_release_seal_pk" PRIMARY KEY("workspace","release","seal")
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"workspace" text NOT NULL,
	"release" text NOT NULL,
	"round" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"seal" text NOT NULL,
	"target" timestamp (3) with time zone NOT NULL,
	"opened" timestamp (3) with time zone NOT NULL,
	"opened_by" text,
	"closes" timestamp (3) with time zone NOT NULL,
	"undone" jsonb,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"outcome" text,
	"why" text,
	"decided_seal" text,
	"silent" jsonb,
	"holds_until" timestamp (3) with time zone,
	"lost_at" timestamp (3) with time zone,
	"lost_why" text,
	CONSTRAINT "votes_workspace_release_round_pk" PRIMARY KEY("workspace","release","round")
);
--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfilled_roles" ADD CONSTRAINT "unfilled_roles_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_items" ADD CONSTRAINT "readiness_items_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ways_back" ADD CONSTRAINT "ways_back_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline" ADD CONSTRAINT "timeline_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approaches" ADD CONSTRAINT "approaches_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_workspace_release_reviews_workspace_release_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."reviews"("workspace","release") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_asked" ADD CONSTRAINT "review_asked_workspace_release_reviews_workspace_release_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."reviews"("workspace","release") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_changes" ADD CONSTRAINT "scope_changes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_components" ADD CONSTRAINT "scope_components_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scopes" ADD CONSTRAINT "scopes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_rounds" ADD CONSTRAINT "verification_rounds_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_workspace_release_round_votes_workspace_release_round_fk" FOREIGN KEY ("workspace","release","round") REFERENCES "public"."votes"("workspace","release","round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_scopes" ADD CONSTRAINT "sealed_scopes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_workspace_release_releases_workspace_id_fk" FOREIGN KEY ("workspace","release") REFERENCES "public"."releases"("workspace","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channels_channel" ON "channels" USING btree ("workspace","channel");--> statement-breakpoint
CREATE INDEX "people_admins" ON "people" USING btree ("workspace") WHERE admin;--> statement-breakpoint
CREATE UNIQUE INDEX "releases_key" ON "releases" USING btree ("workspace","key") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "releases_by_key" ON "releases" USING btree ("workspace","key");--> statement-breakpoint
CREATE INDEX "releases_wakes" ON "releases" USING btree ("workspace","wakes");--> statement-breakpoint
CREATE INDEX "releases_live" ON "releases" USING btree ("workspace","product","target") WHERE state in ('verifying', 'reviewing', 'closed');--> statement-breakpoint
CREATE UNIQUE INDEX "surfaces_key" ON "surfaces" USING btree ("workspace","release","kind","key");--> statement-breakpoint
CREATE INDEX "surfaces_kept" ON "surfaces" USING btree ("workspace","release") WHERE let_go is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_standing" ON "ballots" USING btree ("workspace","release","round","person",coalesce("role", '')) WHERE superseded is null;