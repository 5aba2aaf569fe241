<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Showcase;

use DOMDocument;
use DOMXPath;
use OCA\Reseau\Integration\Command\ReindexCommand;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Showcase\PublicItem;
use OCA\Reseau\Showcase\Showcase;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\TestWith;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Tree;

/** Data of the showcase for other tools: each format, its pages and its refusals. What may be in them is held by ShowcaseLeakTest. */
class PublicDataTest extends NetworkTestCase {
	/** As our import reads it in src/member/import/readForeign.spec.ts. */
	private const RECORDED = __DIR__ . '/../../fixtures/open-data';

	private const LISTS = ['data/people.json', 'data/people.geojson', 'data/people.jsonld', 'data/profiles.json', 'data/stories.atom', 'data/notices.atom', 'data/notices.jsonld'];

	/** Those that name nobody of these tests. */
	private const NAMELESS = ['data/stories.atom', 'data/notices.atom', 'data/notices.jsonld'];

	private const CALENDAR = 'data/meetings.ics';

	private const MEETING = ['title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Salle du foyer', 'agenda' => '- La citerne'];

	private const PUBLIC = ['headline', 'drives', 'seeks', 'offers', 'skills', 'values', 'territories', 'sectors', 'trades', 'organisation', 'role', 'languages', 'networks', 'availability', 'limits', 'contact', 'phone'];

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		$this->account('admin', ['admin']);
		$this->account('alice');
		$this->data('PUT', '/network', 'admin', ['showcase' => true, 'was' => ['showcase' => false]]);
	}

	public function testNothingIsReadWhileItIsClosed(): void {
		$id = $this->show($this->person());
		$offer = "people/$id/profiles/" . PublicItem::keyOf(true, 'Un four à pain') . '.json';
		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		$nobody = $this->get('people/999999/profile.json');
		self::assertSame(404, $nobody->status);
		self::assertNotSame('', self::json($nobody)['message']);
		foreach ([...self::LISTS, self::CALENDAR, 'groups/1/meetings.ics', "people/$id/profile.json", $offer] as $path) {
			self::assertSame([404, $nobody->body], [$this->get($path)->status, $this->get($path)->body], $path);
		}
	}

	public function testPeopleAndOrganisationsAsElementsOfGoGoCarto(): void {
		$this->show($this->person());
		$this->show($this->organisation());
		$this->show($this->card('alice', ['name' => 'Alice Vent', 'headline' => 'Cachée'])['id'], []);
		self::assertJsonStringEqualsJsonFile(self::RECORDED . '/people.json', $this->get('data/people.json')->body);
	}

	public function testAMapShowsPeopleWhoGiveAPlaceAndNoFinerThanThat(): void {
		$this->show($this->person());
		$this->show($this->organisation());
		$this->show($this->keptCard('alice', ['name' => 'En Aude', 'territories' => [['code' => '11', 'kind' => 'departement', 'name' => '']], 'audience' => ['territories' => 'public']])['id']);
		$this->show($this->keptCard('alice', ['name' => 'Cachée', 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']]])['id']);
		self::assertJsonStringEqualsJsonFile(self::RECORDED . '/people.geojson', $this->get('data/people.geojson')->body);
		self::assertSame('application/geo+json; charset=utf-8', $this->get('data/people.geojson')->headers['Content-Type']);
	}

	public function testNoDocumentHasAMailAddressOrATelephone(): void {
		$id = $this->show($this->person());
		self::assertStringContainsString('rosa@example.org', $this->get("people/$id")->body, 'her page has');
		foreach ([...self::LISTS, ...$this->profiles()] as $path) {
			self::assertStringNotContainsString('rosa@', $this->get($path)->body, $path);
			self::assertStringNotContainsString('01 99', $this->get($path)->body, $path);
		}
	}

	public function testInTheWordsOfSchemaOrg(): void {
		$id = $this->show($this->person());
		$this->show($this->organisation());
		$document = self::json($this->get('data/people.jsonld'));
		self::assertSame('https://schema.org', $document['@context']);
		[$organisation, $person] = $document['@graph'];
		$place = ['@type' => 'AdministrativeArea', 'name' => 'Limoux', 'identifier' => '11206'];
		self::assertSame(['Organization', 'Le Fournil partagé', [$place]], [$organisation['@type'], $organisation['name'], $organisation['areaServed']]);
		self::assertSame(['Person', 'Rosa Puech', 'https://rosa.example.org', $place], [$person['@type'], $person['name'], $person['sameAs'], $person['workLocation'][0]]);
		self::assertCount(2, $person['workLocation']);
		self::assertSame([['@type' => 'Demand', 'name' => 'De la farine']], $person['seeks']);
		self::assertSame([['@type' => 'Offer', 'name' => 'Un four à pain', 'itemOffered' => ['@type' => 'Product', 'name' => 'Un four à pain', 'category' => ['Boulange']]]], $person['makesOffer']);
		self::assertStringNotContainsString('"next"', $this->get('data/people.jsonld')->body);

		self::assertSame(1, preg_match('~<script type="application/ld\+json">(.*?)</script>~s', $this->get("people/$id")->body, $script));
		self::assertSame(['@context' => 'https://schema.org'] + $person, json_decode($script[1], true, 32, JSON_THROW_ON_ERROR));
	}

	public function testNothingThatSomeoneWroteEndsTheScriptOfTheirPage(): void {
		$id = $this->show($this->card('alice', ['name' => 'Alice', 'drives' => '</script><script>alert(1)</script><!--', 'audience' => ['drives' => 'public']])['id'], []);
		$page = $this->get("people/$id")->body;
		self::assertSame(1, substr_count($page, '<script'));
		self::assertSame(1, preg_match('~<script type="application/ld\+json">(.*?)</script>~s', $page, $script));
		self::assertSame('</script><script>alert(1)</script><!--', json_decode($script[1], true, 32, JSON_THROW_ON_ERROR)['description']);
	}

	/** The facts that the published schemas ask for; the schemas themselves are under another licence than this project. */
	public function testProfilesForMurmurations(): void {
		$person = $this->show($this->person());
		$organisation = $this->show($this->organisation());
		$nowhere = $this->show($this->keptCard('alice', ['name' => 'Nulle Part', 'offers' => [['text' => 'Du temps', 'terms' => []]], 'audience' => ['offers' => 'public']])['id']);
		$twice = $this->show($this->keptCard('alice', ['name' => 'Deux Fois', 'offers' => [['text' => 'Du temps', 'terms' => []], ['text' => 'Du temps', 'terms' => []]], 'territories' => [['code' => '11', 'kind' => 'departement', 'name' => '']], 'audience' => ['offers' => 'public', 'territories' => 'public']])['id']);
		$hidden = $this->show($this->keptCard('alice', ['name' => 'Réservée', 'offers' => [['text' => 'Un secret', 'terms' => []]], 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'audience' => ['territories' => 'public']])['id']);
		$profiles = $this->profiles();
		self::assertSame('GeoNames (CC BY 4.0)', self::json($this->get('data/profiles.json'))['attribution']);
		self::assertStringNotContainsString('GeoNames', $this->get('data/people.jsonld')->body, 'it has no points');
		self::assertEqualsCanonicalizing([
			"people/$twice/profiles/" . PublicItem::keyOf(true, 'Du temps') . '.json',
			"people/$organisation/profile.json",
			"people/$person/profiles/" . PublicItem::keyOf(false, 'De la farine') . '.json',
			"people/$person/profiles/" . PublicItem::keyOf(true, 'Un four à pain') . '.json',
		], $profiles);
		foreach ($profiles as $path) {
			$profile = self::json($this->get($path));
			self::assertContains($profile['linked_schemas'], [['organizations_schema-v1.0.0'], ['offers_wants_schema-v0.1.0']]);
			foreach ($profile['linked_schemas'] === ['organizations_schema-v1.0.0'] ? ['name'] : ['exchange_type', 'transaction_type', 'tags', 'title', 'description', 'geographic_scope', 'contact_details'] as $required) {
				self::assertArrayHasKey($required, $profile, $path);
			}
		}
		self::assertSame('regional', self::json($this->get("people/$twice/profiles/" . PublicItem::keyOf(true, 'Du temps') . '.json'))['geographic_scope']);
		$offer = self::json($this->get("people/$person/profiles/" . PublicItem::keyOf(true, 'Un four à pain') . '.json'));
		self::assertSame(['offer', 'good', ['Boulange'], 'local', ['lat' => 43.05, 'lon' => 2.22], []], [$offer['exchange_type'], $offer['item_type'], $offer['tags'], $offer['geographic_scope'], $offer['geolocation'], $offer['transaction_type']]);
		self::assertStringEndsWith("/public/people/$person", $offer['contact_details']['contact_form']);
		$want = self::json($this->get("people/$person/profiles/" . PublicItem::keyOf(false, 'De la farine') . '.json'));
		self::assertSame(['want', 'De la farine'], [$want['exchange_type'], $want['title']]);
		self::assertArrayNotHasKey('item_type', $want, 'nobody stated what it is');

		foreach (["people/$person/profile.json", "people/$person/profiles/" . PublicItem::keyOf(true, 'De la farine') . '.json', "people/$nowhere/profiles/" . PublicItem::keyOf(true, 'Du temps') . '.json', "people/$hidden/profiles/" . PublicItem::keyOf(true, 'Un secret') . '.json'] as $path) {
			self::assertSame(404, $this->get($path)->status, $path);
		}
	}

	public function testStoriesAsAFeed(): void {
		$alice = $this->card('alice', ['name' => 'Alice & <Vent>'])['id'];
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$file = $this->story($alice);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$feed = $this->feed();
		self::assertSame('Un four < deux', $feed->evaluate('string(/a:feed/a:entry/a:title)'));
		self::assertSame('Quarante miches.', $feed->evaluate('string(/a:feed/a:entry/a:summary)'));
		self::assertMatchesRegularExpression('/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/', $feed->evaluate('string(/a:feed/a:entry/a:updated)'));
		self::assertSame($feed->evaluate('string(/a:feed/a:entry/a:updated)'), $feed->evaluate('string(/a:feed/a:updated)'));
		self::assertStringEndsWith("/public/stories/$file", $feed->evaluate('string(/a:feed/a:entry/a:link[@rel="alternate"]/@href)'));
		self::assertSame(0.0, $feed->evaluate('count(/a:feed/a:entry/a:author)'), 'she is not in the showcase herself');
		$this->show($alice, []);
		self::assertSame('Alice & <Vent>', $this->feed()->evaluate('string(/a:feed/a:entry/a:author/a:name)'));
		self::assertStringNotContainsString('Absente', $this->get('data/stories.atom')->body, 'a name that an author wrote');
		self::assertSame($feed->evaluate('string(/a:feed/a:entry/a:updated)'), $feed->evaluate('string(/a:feed/a:entry/a:published)'));
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => false]);
		self::assertSame(0.0, $this->feed()->evaluate('count(/a:feed/a:entry)'));
	}

	public function testNoticesAsAFeedAndInTheWordsOfOthers(): void {
		$alice = $this->card('alice', ['name' => 'Alice & <Vent>'])['id'];
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$write = function (array $words): int {
			$id = $this->data('POST', '/notices', 'alice', $words + ['title' => 'Un four < deux', 'key' => 'notice-key-' . $words['kind'], 'until' => '2027-01-31'], 201)['id'];
			$this->data('PUT', "/notices/$id/showcase", 'alice', ['shown' => true]);
			return $id;
		};
		$limoux = ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']]];
		$offer = $write(['kind' => 'offer', 'text' => 'Le lundi. </script>', 'terms' => ['permaculture']] + $limoux);
		$need = $write(['kind' => 'need']);
		$practice = $write(['kind' => 'practice'] + $limoux);
		self::assertSame(["notices/$offer/profile.json"], $this->profiles(), 'their schema wants a place, and an offer or a want');
		$profile = self::json($this->get("notices/$offer/profile.json"));
		self::assertSame(
			[['offers_wants_schema-v0.1.0'], 'offer', 'Un four < deux', 'Le lundi. </script>', ['Permaculture'], 'local', ['lat' => 43.05, 'lon' => 2.22]],
			[$profile['linked_schemas'], $profile['exchange_type'], $profile['title'], $profile['description'], $profile['tags'], $profile['geographic_scope'], $profile['geolocation']],
		);
		self::assertStringEndsWith("/public/notices/$offer", $profile['contact_details']['contact_form']);
		foreach ([$need, $practice] as $id) {
			self::assertSame(404, $this->get("notices/$id/profile.json")->status);
		}
		$nodes = array_column(self::json($this->get('data/notices.jsonld'))['@graph'], null, '@id');
		$node = $nodes[$this->kernel->get(Showcase::class)->address("notices/$offer")];
		self::assertSame(['Offer', 'Un four < deux', 'Le lundi. </script>', '2027-01-31', 'Limoux'], [$node['@type'], $node['name'], $node['description'], $node['validThrough'], $node['areaServed'][0]['name']]);
		self::assertSame('Demand', $nodes[$this->kernel->get(Showcase::class)->address("notices/$need")]['@type']);
		self::assertArrayNotHasKey('offeredBy', $node);
		preg_match('~<script type="application/ld\+json">(.*?)</script>~s', $this->get("notices/$offer")->body, $inPage);
		self::assertSame(['@context' => 'https://schema.org'] + $node, json_decode($inPage[1], true, 64, JSON_THROW_ON_ERROR));
		$feed = $this->feed('notices');
		self::assertSame(['Un four < deux', 3.0, 0.0], [$feed->evaluate('string(/a:feed/a:entry/a:title)'), $feed->evaluate('count(/a:feed/a:entry)'), $feed->evaluate('count(/a:feed/a:entry/a:author)')]);
		$etag = $this->get('data/notices.atom')->headers['ETag'];
		$this->show($alice, []);
		self::assertSame('Alice & <Vent>', $this->feed('notices')->evaluate('string(/a:feed/a:entry/a:author/a:name)'));
		self::assertSame('Alice & <Vent>', array_column(self::json($this->get('data/notices.jsonld'))['@graph'], null, '@id')[$this->kernel->get(Showcase::class)->address("notices/$offer")]['offeredBy']['name']);
		$this->data('PUT', "/members/$alice/showcase", 'alice', ['shown' => false]);
		self::assertSame($etag, $this->get('data/notices.atom')->headers['ETag']);
		$this->data('PUT', "/notices/$need/showcase", 'alice', ['shown' => false]);
		self::assertNotSame(304, $this->kernel->request('GET', '/index.php/apps/reseau/public/data/notices.atom', null, null, ['If-None-Match' => $etag])->status);
	}

	public function testTheFeedDoesNotTellThatSomethingHiddenWasChanged(): void {
		$alice = $this->card('alice', ['name' => 'Alice Vent'])['id'];
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$file = $this->story($alice);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$before = $this->get('data/stories.atom');
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
		$sheet = $this->data('GET', "/sheets/$file", 'fanny');
		$this->data('PUT', "/sheets/$file", 'fanny', ['version' => $sheet['version'], 'authorNames' => 'Une autre absente']);
		self::assertNotSame($sheet['changed'], $this->data('GET', "/sheets/$file", 'fanny')['changed']);
		$after = $this->get('data/stories.atom');
		self::assertSame([$before->body, $before->headers['ETag']], [$after->body, $after->headers['ETag']]);
	}

	public function testMeetingsAsCalendars(): void {
		$group = $this->groupShown();
		$chosen = $this->meeting($group, ['showcased' => true]);
		$days = $this->meeting($group, ['title' => '', 'day' => '2026-12-20', 'endDay' => '2026-12-21', 'time' => null, 'endTime' => null, 'showcased' => true]);
		$kept = $this->meeting($group, ['title' => 'Réunion gardée']);
		self::assertSame([true, true, false], [$chosen['showcased'], $days['showcased'], $kept['showcased']]);
		foreach ([self::CALENDAR, "groups/$group/meetings.ics"] as $path) {
			$reply = $this->get($path);
			self::assertSame([200, 'text/calendar; charset=utf-8', '*', 'private, no-cache', 'noindex, nofollow'], [$reply->status, ...array_map(static fn (string $name): string => $reply->headers[$name], ['Content-Type', 'Access-Control-Allow-Origin', 'Cache-Control', 'X-Robots-Tag'])]);
			$text = str_replace("\r\n ", '', $reply->body);
			foreach (['SUMMARY:Eau de pluie – Choisir la pompe', 'DTSTART:20261209T173000Z', 'DTEND:20261209T190000Z', 'LOCATION:Salle du foyer', 'SUMMARY:Eau de pluie – Réunion', 'DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261222'] as $line) {
				self::assertStringContainsString("\r\n$line\r\n", $text, $path);
			}
			self::assertStringContainsString('DESCRIPTION:- La citerne\n\nhttp', $text);
			self::assertStringContainsString("/public/groups/$group\r\n", $text);
			foreach (['gardée', 'Alice', "reseau-meeting-{$chosen['id']}@"] as $inside) {
				self::assertStringNotContainsString($inside, $text, $path);
			}
			self::assertSame(304, $this->kernel->request('GET', "/index.php/apps/reseau/public/$path", null, null, ['If-None-Match' => $reply->headers['ETag']])->status);
			self::assertSame($reply->body, $this->kernel->request('GET', "/index.php/apps/reseau/public/$path", 'alice')->body, 'the same for a logged-in account');
		}
		self::assertStringContainsString("UID:reseau-meeting-{$chosen['id']}@", $this->kernel->request('GET', "/index.php/apps/reseau/calendar/meeting/{$chosen['id']}.ics", 'alice')->body);
		$page = $this->get("groups/$group")->body;
		self::assertStringContainsString('mercredi 9 décembre 2026, 18:30 – 20:00 (Europe/Paris) · Salle du foyer', $page);
		self::assertStringContainsString('dimanche 20 décembre 2026 – lundi 21 décembre 2026', $page);
		self::assertStringNotContainsString('gardée', $page);
		self::assertStringContainsString("/public/groups/$group/meetings.ics", $page);
		self::assertSame(404, $this->get('groups/999999/meetings.ics')->status);
	}

	public function testAMeetingThatChangesIsTheSameInCalendars(): void {
		$group = $this->groupShown();
		$meeting = $this->meeting($group, ['showcased' => true]);
		$uid = fn (): string => preg_match('/UID:(\S+)/', $this->get(self::CALENDAR)->body, $found) === 1 ? $found[1] : '';
		$before = $uid();
		self::assertMatchesRegularExpression('/^reseau-public-[0-9a-f]{32}@/', $before);
		$this->data('PUT', "/groups/$group/meetings/{$meeting['id']}", 'alice', ['day' => '2026-12-10', 'showcased' => true, 'version' => 1] + self::MEETING);
		self::assertSame($before, $uid());
		self::assertStringContainsString('DTSTART:20261210T173000Z', $this->get(self::CALENDAR)->body);
		self::assertStringNotContainsString('20261209', $this->get(self::CALENDAR)->body);
		self::assertStringNotContainsString('9 décembre', $this->get("groups/$group")->body);
	}

	public function testCalendarsDoNotTellThatSomethingHiddenWasChanged(): void {
		$group = $this->groupShown();
		$meeting = $this->meeting($group, ['place' => 'https://visio.example.org/source', 'showcased' => true]);
		$before = $this->get(self::CALENDAR);
		self::assertStringContainsString('DTSTAMP:20261124T000000Z', $before->body);
		self::assertDoesNotMatchRegularExpression('/LOCATION|SEQUENCE|LAST-MODIFIED/', $before->body);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 3600);
		$this->data('PUT', "/groups/$group/meetings/{$meeting['id']}", 'alice', ['place' => 'https://visio.example.org/pompe', 'showcased' => true, 'version' => 1] + self::MEETING);
		self::assertSame([$before->body, $before->headers['ETag']], [$this->get(self::CALENDAR)->body, $this->get(self::CALENDAR)->headers['ETag']]);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
		self::assertStringContainsString('DTSTAMP:20261125T000000Z', $this->get(self::CALENDAR)->body, 'what is read later replaces what was read before');
	}

	public function testAMeetingLeavesImmediately(): void {
		$group = $this->groupShown();
		$this->meeting($group, ['title' => 'Celle qui reste', 'showcased' => true, 'day' => '2026-12-30']);
		$change = fn (array $words): callable => fn (array $one): mixed => $this->data('PUT', "/groups/$group/meetings/{$one['id']}", 'alice', $words + ['version' => $one['version']] + self::MEETING);
		$status = fn (string $to): mixed => $this->data('PUT', "/groups/$group/status", 'alice', ['status' => $to, 'version' => $this->data('GET', "/groups/$group", 'alice')['version']]);
		$ways = [
			'no longer chosen' => $change(['showcased' => false]),
			'left out, as an earlier version of the app sends it' => $change([]),
			'cancelled' => fn (array $one): mixed => $this->data('DELETE', "/groups/$group/meetings/{$one['id']}?version={$one['version']}", 'alice'),
			'over' => $change(['day' => '2020-01-09', 'showcased' => true]),
			'the group leaves' => fn (): mixed => $this->data('PUT', "/groups/$group/showcase", 'alice', ['shown' => false]),
			'the showcase closes' => fn (): mixed => $this->data('PUT', '/showcase', 'fanny', ['open' => false]),
			'it is switched off' => fn (): mixed => $this->data('PUT', '/network', 'admin', ['showcase' => false, 'was' => ['showcase' => true]]),
			'the group is closed' => static fn (): mixed => $status('closed'),
		];
		foreach ($ways as $way => $leave) {
			$this->data('PUT', '/network', 'admin', ['showcase' => true, 'was' => ['showcase' => $way !== 'the group is closed']]);
			$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
			$this->data('PUT', "/groups/$group/showcase", 'alice', ['shown' => true]);
			$meeting = $this->meeting($group, ['title' => 'Celle qui part', 'showcased' => true]);
			$etags = [];
			foreach ([self::CALENDAR, "groups/$group/meetings.ics", "groups/$group"] as $path) {
				self::assertStringContainsString('Celle qui part', $this->get($path)->body, "$path before: $way");
				$etags[$path] = $this->get($path)->headers['ETag'];
			}
			$leave($meeting);
			foreach ($etags as $path => $etag) {
				$reply = $this->kernel->request('GET', "/index.php/apps/reseau/public/$path", null, null, ['If-None-Match' => $etag]);
				self::assertContains($reply->status, [200, 404], "$path after: $way");
				self::assertStringNotContainsString('Celle qui part', $reply->body, "$path after: $way");
			}
			if (!in_array($way, ['no longer chosen', 'left out, as an earlier version of the app sends it', 'cancelled', 'over'], true)) {
				self::assertStringNotContainsString('Celle qui reste', $this->get(self::CALENDAR)->body, $way);
				$current = array_column($this->data('GET', "/groups/$group/meetings", 'alice')['meetings'], null, 'id')[$meeting['id']];
				$this->data('DELETE', "/groups/$group/meetings/{$meeting['id']}?version={$current['version']}", 'alice');
			}
		}
	}

	/** A way into a video call or to a person stays with the people of the group, and so does a long agenda. */
	#[TestWith(['https://visio.example.org/eau'])]
	#[TestWith(['Au foyer, ou MEET.example.org/eau'])]
	#[TestWith(['www example'])]
	#[TestWith(['rosa@example'])]
	#[TestWith(['Chez Rosa, 01 99 00 11 06'])]
	#[TestWith(['+33 (0)1-99-00-11-06'])]
	#[TestWith(['[ici](zoommtg://zoom)'])]
	#[TestWith(['Zoom 912 3456 7890'])]
	#[TestWith(["01\u{2011}99\u{2011}00\u{2011}11\u{2011}06"])]
	#[TestWith(['01–99–00–11–06'])]
	#[TestWith(['01, 99, 00, 11, 06'])]
	#[TestWith(["https:/\u{200B}/visio"])]
	public function testWhatLeadsToACallOrAPersonIsLeftOut(string $text): void {
		$group = $this->groupShown();
		$this->meeting($group, ['title' => "T1 $text", 'place' => "P1 $text", 'agenda' => "A1 $text", 'showcased' => true]);
		$this->meeting($group, ['title' => 'T2', 'place' => 'P2. Rue du 8 mai 1945, 2e étage', 'agenda' => 'A2 ' . str_repeat('long ', 60), 'showcased' => true]);
		foreach ([self::CALENDAR, "groups/$group/meetings.ics", "groups/$group"] as $path) {
			$body = $this->get($path)->body;
			foreach (['T1', 'P1', 'A1', 'A2'] as $inside) {
				self::assertDoesNotMatchRegularExpression("/\b$inside\b/", $body, $path);
			}
			self::assertMatchesRegularExpression('/\bP2\b/', $body, $path);
			self::assertSame(2, substr_count($body, str_starts_with($path, 'groups') && !str_ends_with($path, '.ics') ? 'décembre 2026' : 'BEGIN:VEVENT'), $path);
		}
	}

	public function testPagesLeadToEverybodyOnce(): void {
		$people = MemberSearch::MAX_LIMIT + 3;
		$this->show($this->organisation());
		$this->load(array_map(static fn (int $i): array => ['id' => "m$i", 'name' => sprintf('Personne %03d', $i), 'steward' => 'alice', 'status' => 'published', 'consent' => ['date' => '2026-11-20', 'how' => 'Au marché']], range(1, $people)));
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_members')->set('showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL));
		$qb->executeStatement();
		$this->occ(ReindexCommand::class);
		$names = [];
		for ($path = 'data/people.json'; $path !== null; $path = $next) {
			$reply = $this->get($path);
			$page = self::json($reply);
			self::assertLessThanOrEqual(100_000, strlen($reply->body));
			self::assertSame(isset($page['next']) ? "<{$page['next']}>; rel=\"next\"" : null, $reply->headers['Link'] ?? null);
			array_push($names, ...array_column($page['data'], 'name'));
			$next = isset($page['next']) ? self::pathOf($page['next']) : null;
		}
		self::assertSame(['Le Fournil partagé', ...array_map(static fn (int $i): string => sprintf('Personne %03d', $i), range(1, $people))], $names);
	}

	public function testAWrongPageGetsASentence(): void {
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		foreach (self::LISTS as $path) {
			$reply = $this->get("$path?cursor=wrong");
			self::assertSame([400, 'bad_cursor'], [$reply->status, self::json($reply)['error']], $path);
			self::assertSame(200, $this->get("$path?cursor[]=a")->status, $path);
		}
	}

	public function testAnySiteMayReadItAndNoneKeepsIt(): void {
		$id = $this->show($this->person());
		foreach ([...self::LISTS, ...$this->profiles()] as $path) {
			$reply = $this->get($path);
			self::assertSame(['*', 'private, no-cache', 'noindex, nofollow'], [$reply->headers['Access-Control-Allow-Origin'], $reply->headers['Cache-Control'], $reply->headers['X-Robots-Tag']], $path);
			self::assertArrayNotHasKey('Access-Control-Allow-Credentials', $reply->headers);
			// Weak where a web server compresses the answer.
			foreach (['W/', ''] as $strength) {
				$again = fn (): Reply => $this->kernel->request('GET', "/index.php/apps/reseau/public/$path", null, null, ['If-None-Match' => $strength . $reply->headers['ETag']]);
				self::assertSame(304, $again()->status, $path);
				self::assertSame('', $again()->body);
			}
			self::assertSame($reply->body, $this->kernel->request('GET', "/index.php/apps/reseau/public/$path", 'alice')->body, 'the same for a logged-in account');
			if (!in_array($path, self::NAMELESS, true)) {
				$this->show($id, ['shown' => false]);
				self::assertNotSame(304, $again()->status, $path);
				self::assertStringNotContainsString('Rosa', $again()->body, $path);
				$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
				$this->show($id, ['date' => date('Y-m-d', $this->kernel->clock->getTime()), 'how' => 'Au marché']);
			}
		}
	}

	public function testARefusalOfTooManyRequestsSaysWhenToComeBack(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		for ($i = 0; $i < 300; $i++) {
			self::assertSame(404, $this->get('people/1/profile.json')->status);
		}
		$reply = $this->get('people/1/profile.json');
		self::assertSame([429, '60'], [$reply->status, $reply->headers['Retry-After'] ?? null]);
		self::assertSame(['*', 'Retry-After'], [$reply->headers['Access-Control-Allow-Origin'] ?? null, $reply->headers['Access-Control-Expose-Headers'] ?? null], 'scripts of other sites read it');
		self::assertSame(404, $this->get('data/people.json')->status, 'the others still answer');
	}

	public function testPagesSayWhereTheirDataAre(): void {
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		foreach (['people' => ['people.geojson', 'people.jsonld', 'people.json'], 'stories' => ['stories.atom'], 'notices' => ['notices.atom', 'notices.jsonld'], 'groups' => ['meetings.ics']] as $page => $data) {
			preg_match_all('~<link rel="alternate" type="[^"]+" href="[^"]*/public/data/([^"]+)">~', $this->get($page)->body, $found);
			self::assertSame($data, $found[1], $page);
		}
	}

	/** Our own export, read by our import as src/member/import makes rows of it, doubles nobody. */
	public function testItsOwnExportDoublesNobody(): void {
		$this->show($this->person());
		$this->show($this->organisation());
		$elements = self::json($this->get('data/people.json'))['data'];
		$rows = array_map(static fn (int $i, array $element): array => ['position' => $i + 1, 'row' => ['id' => "gogocarto {$element['id']}", 'name' => $element['name'], 'kind' => $element['kind']]], array_keys($elements), $elements);
		self::assertSame([['skipped', 'has_card'], ['skipped', 'has_card']], $this->checked($rows), 'in this network');

		$this->kernel = self::emptyKernel();
		$this->facilitator('fanny');
		self::assertSame(['made', 'made'], array_column($this->checked($rows), 0), 'in another one');
		$import = $this->data('POST', '/imports', 'fanny', ['hash' => str_repeat('ab', 32), 'total' => 2, 'mapping' => '{}', 'answers' => '{}'], 201)['import'];
		$this->data('POST', "/imports/{$import['id']}/rows", 'fanny', ['rows' => $rows]);
		self::assertSame(['unchanged', 'unchanged'], array_column($this->checked($rows), 0), 'again');
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array{string, ?string}>
	 */
	private function checked(array $rows): array {
		return array_map(static fn (array $row): array => [$row['outcome'], $row['why'] ?? null], $this->data('POST', '/imports/check', 'fanny', ['rows' => $rows])['rows']);
	}

	/** @return list<string> paths of profiles */
	private function profiles(): array {
		return array_map(self::pathOf(...), self::json($this->get('data/profiles.json'))['profiles']);
	}

	private static function pathOf(string $address): string {
		return explode('/public/', $address, 2)[1];
	}

	private function person(): int {
		$this->load(['values' => [], 'themes' => [['id' => 'boulange', 'fr' => 'Boulange']]]);
		return $this->keptCard('alice', [
			'name' => 'Rosa Puech', 'headline' => 'Fait lever la pâte', 'drives' => 'Le pain & le feu',
			'seeks' => [['text' => 'De la farine', 'terms' => []]],
			'offers' => [['text' => 'Un four à pain', 'terms' => ['boulange'], 'kind' => 'equipment']],
			'skills' => ['Pétrir'], 'trades' => ['Boulangère'], 'organisation' => 'Le Fournil partagé', 'role' => 'Trésorière', 'languages' => ['Occitan'], 'networks' => ['Semences'],
			'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => ''], ['code' => '200071926', 'kind' => 'epci', 'name' => '']],
			'contact' => ['email' => 'rosa@example.org', 'phone' => '01 99 00 11 06', 'website' => 'https://rosa.example.org'],
			'availability' => 'Le lundi', 'limits' => 'Pas le soir',
			'audience' => array_fill_keys(self::PUBLIC, 'public'),
		])['id'];
	}

	private function organisation(): int {
		return $this->keptCard('alice', [
			'kind' => 'organisation', 'name' => 'Le Fournil partagé', 'drives' => 'Le pain', 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']],
			'audience' => ['drives' => 'public', 'territories' => 'public'],
		])['id'];
	}

	/** Puts a card into the showcase, which is open then. */
	private function show(int $card, array $body = ['date' => '2026-11-20', 'how' => 'Au marché']): int {
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$this->data('PUT', "/members/$card/showcase", 'alice', $body + ['shown' => true]);
		return $card;
	}

	/** A group of Alice's, in the showcase, which is open. */
	private function groupShown(): int {
		$this->card('alice', ['name' => 'Alice Vent']);
		$group = $this->data('POST', '/groups', 'alice', ['title' => 'Eau de pluie', 'key' => 'first'], 201)['id'];
		$this->data('POST', "/groups/$group/making/lease", 'alice', ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", 'alice', ['runner' => 'r', 'step' => 'done']);
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$this->data('PUT', "/groups/$group/showcase", 'alice', ['shown' => true]);
		return $group;
	}

	/** @param array<string, mixed> $words */
	private function meeting(int $group, array $words): array {
		return $this->data('POST', "/groups/$group/meetings", 'alice', $words + ['key' => bin2hex(random_bytes(8))] + self::MEETING, 201);
	}

	private function story(int $author): int {
		$tree = $this->kernel->get(Tree::class);
		$file = $tree->make('fanny', Tree::COMMON . '/Four.md', 'Texte')[0];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		$this->data('PUT', "/sheets/$file", 'fanny', ['version' => 0, 'title' => 'Un four < deux', 'summary' => 'Quarante miches.', 'authorNames' => 'Zoé Absente', 'kind' => 'practice', 'outcome' => 'failed', 'authors' => [$author], 'context' => [
			'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine',
		]]);
		$this->data('PUT', "/sheets/$file/status", 'fanny', ['version' => 1, 'status' => 'published']);
		return $file;
	}

	private function feed(string $name = 'stories'): DOMXPath {
		$document = new DOMDocument();
		self::assertTrue($document->loadXML($this->get("data/$name.atom")->body));
		$path = new DOMXPath($document);
		$path->registerNamespace('a', 'http://www.w3.org/2005/Atom');
		return $path;
	}

	private function get(string $path): Reply {
		$reply = $this->kernel->request('GET', "/index.php/apps/reseau/public/$path");
		self::assertNull($reply->error, (string)$reply->error?->getMessage());
		return $reply;
	}

	/** @return array<string, mixed> */
	private static function json(Reply $reply): array {
		return json_decode($reply->body, true, 32, JSON_THROW_ON_ERROR);
	}
}
