<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Showcase;

use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Integration\Sharing\ShowcaseShares;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Showcase\ShowcasePreview;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Share\ShareReview\RegisterShareReviewSourceEvent;
use OCP\Share\ShareReview\ShareReviewEntry;
use Sandbox\Kernel\Reply;
use Sandbox\Service\FileRows;
use Sandbox\Service\Mounts;
use Sandbox\Service\Tree;

/** The public showcase: its switches, who chooses what, what is written down of it, and frames. */
class ShowcaseTest extends NetworkTestCase {
	/** @var array<int, string> */
	private array $links = [];

	protected function setUp(): void {
		parent::setUp();
		$this->facilitator('fanny');
		$this->account('admin', ['admin']);
		foreach (['alice', 'bob', 'linh'] as $uid) {
			$this->account($uid);
		}
	}

	public function testItIsShownOnceItIsAllowedAndOpenAndNoLonger(): void {
		self::assertSame(404, $this->page('public')->status);
		$this->assertRefused(422, 'showcase_off', 'PUT', '/showcase', 'fanny', ['open' => true]);
		$this->allow();
		self::assertSame(404, $this->page('public')->status, 'nobody has opened it yet');
		$this->assertRefused(403, 'not_yours', 'PUT', '/showcase', 'alice', ['open' => true]);
		self::assertTrue($this->data('PUT', '/showcase', 'fanny', ['open' => true])['open']);
		self::assertSame(200, $this->page('public')->status);
		self::assertSame(200, $this->kernel->request('GET', '/index.php/apps/reseau/public', 'alice')->status, 'the same page for a logged-in account');

		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		foreach (['public', 'public/charter', 'public/people', 'public/people/1', 'public/groups', 'public/groups/1', 'public/stories', 'public/stories/1', 'public/notices', 'public/notices/1'] as $page) {
			self::assertSame(404, $this->page($page)->status, $page);
		}
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		$this->setting('showcase', false, true);
		self::assertSame(404, $this->page('public')->status, 'the administrator closes it too');
		self::assertFalse($this->data('PUT', '/showcase', 'fanny', ['open' => false])['open'], 'who closes it then is not refused');
	}

	public function testWhatIsInItCanBeReviewedAsShares(): void {
		$this->open();
		$card = $this->card('alice', ['name' => 'Alice Vent'])['id'];
		$kept = $this->keptCard('bob', ['name' => 'Jeanne Bru'])['id'];
		$this->card('linh', ['name' => 'Linh']);
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/members/$kept/showcase", 'bob', ['shown' => true, 'date' => '2026-11-20', 'how' => 'De vive voix']);
		$shares = function (?string $uid): ShowcaseShares {
			$this->kernel->request('GET', '/', $uid);
			$event = new RegisterShareReviewSourceEvent();
			$this->kernel->get(IEventDispatcher::class)->dispatchTyped($event);
			self::assertSame([ShowcaseShares::class], $event->getSources());
			return $this->kernel->get(ShowcaseShares::class);
		};
		$entry = static fn (ShareReviewEntry $one): array => [$one->id, $one->object, $one->initiator, $one->type];
		self::assertSame([["people/$card", 'Alice Vent', 'alice', 3], ["people/$kept", 'Jeanne Bru', 'bob', 3]], array_map($entry, $shares('admin')->getShares()));
		foreach (["people/$card", 'people/999', 'groups/1', 'stories/1', 'else', ''] as $id) {
			self::assertFalse($shares('admin')->deleteShare($id), "$id is not theirs to take out");
		}
		foreach (["people/{$kept}abc", "people/$kept/", "people/$kept\n", "/people/$kept", "people//$kept"] as $id) {
			self::assertFalse($shares('bob')->deleteShare($id), "$id is no share");
		}
		self::assertTrue($shares('bob')->deleteShare("people/$kept"));
		self::assertSame([["people/$card", 'Alice Vent', 'alice', 3]], array_map($entry, $shares('admin')->getShares()));
		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		self::assertSame([], $shares('admin')->getShares());
	}

	public function testAllowingItAgainOpensNothing(): void {
		$this->open();
		$this->setting('showcase', false, true);
		$this->setting('showcase', true, false);
		self::assertSame(404, $this->page('public')->status);
	}

	public function testAPersonChoosesOnceAndTheRecordSaysSo(): void {
		$this->open();
		$card = $this->card('alice', ['name' => 'Alice Vent', 'headline' => 'Tisse des paniers', 'drives' => 'Le secret', 'audience' => ['headline' => 'public']])['id'];
		self::assertSame(404, $this->page("public/people/$card")->status, 'a part for everybody alone shows nobody');
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/$card/showcase", 'bob', ['shown' => true]);
		$this->assertRefused(403, 'not_yours', 'PUT', "/members/$card/showcase", 'fanny', ['shown' => true]);
		$chosen = $this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		self::assertSame([true, true], [$chosen['shown'], $chosen['can']['choose']]);
		self::assertStringEndsWith("/apps/reseau/public/people/$card", $chosen['address']);
		$page = $this->page("public/people/$card")->body;
		self::assertStringContainsString('Tisse des paniers', $page);
		self::assertStringNotContainsString('Le secret', $page);
		self::assertStringContainsString('Alice Vent', $this->page('public/people?q=paniers')->body);
		self::assertStringNotContainsString('Alice Vent', $this->page('public/people?q=secret')->body);

		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => false]);
		self::assertSame(404, $this->page("public/people/$card")->status);
		self::assertSame([[Consent::SHOWCASE, 'alice'], [Consent::SHOWCASE_ENDED, 'alice']], $this->recorded($card), 'a second yes is none');
		self::assertContains('Plus dans la vitrine publique', array_column($this->data('GET', '/consents', 'fanny')['entries'], 'what'));
	}

	public function testTheKeeperOfACardWritesDownThatItsPersonAgreed(): void {
		$this->open();
		$card = $this->keptCard('alice', ['name' => 'Sans Compte'])['id'];
		$this->assertRefused(400, 'bad_date', 'PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		$this->assertRefused(400, 'how_missing', 'PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20']);
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		$page = $this->page("public/people/$card")->body;
		self::assertStringContainsString('Sans Compte', $page);
		self::assertStringNotContainsString('Alice', $page, 'who keeps the card has not chosen to be shown');
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => false]);
		$this->assertRefused(422, 'withdrawn_since', 'PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		foreach (['2026-11-24', '2026-11-25'] as $day) {
			$this->assertRefused(422, 'withdrawn_since', 'PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => $day, 'how' => 'Au téléphone']);
		}
		$this->kernel->clock->stopAt(gmmktime(12, 0, 0, 11, 25, 2026));
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-25', 'how' => 'Au téléphone']);
		self::assertSame(200, $this->page("public/people/$card")->status);
	}

	public function testAnOrganisationIsListedAmongPeopleAndSaysThatItIsOne(): void {
		$this->open();
		$card = $this->keptCard('alice', ['kind' => 'organisation', 'name' => 'Le Fournil partagé', 'drives' => 'Le pain', 'audience' => ['drives' => 'public']])['id'];
		self::assertSame(404, $this->page("public/people/$card")->status);
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Odile Bayle, pour le bureau']);
		$list = $this->page('public/people?q=pain')->body;
		self::assertStringContainsString('Personnes et organisations</h1>', $list);
		self::assertMatchesRegularExpression('~>Le Fournil partagé</a> <span[^>]*>Organisation\n~', $list);
		$page = $this->page("public/people/$card")->body;
		self::assertStringContainsString('<p class="ui-hint">Organisation</p>', $page);
		self::assertStringContainsString('Pourquoi nous existons', $page);
		self::assertStringNotContainsString('Alice', $page, 'who keeps the card has not chosen to be shown');
	}

	public function testThePersonOfAKeptCardChoosesOnTheirOwnPage(): void {
		$this->open();
		$id = $this->keptCard('alice', ['name' => 'Sans Compte', 'contact' => ['email' => 'sans.compte@example.org']])['id'];
		$this->data('PUT', "/members/$id/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		$page = fn (string $answer): string => $this->kernel->request('POST', "/index.php/apps/reseau/own/{$this->linkOf($id)}", null, "answer=$answer", ['content-type' => 'application/x-www-form-urlencoded'])->body;
		self::assertStringContainsString('Retirer ma fiche de la vitrine publique', $page('none'));
		$stopped = $page('showcase-stop');
		self::assertStringContainsString('Mettre ma fiche dans la vitrine publique', $stopped);
		self::assertStringContainsString('N’est plus dans la vitrine publique.', $stopped);
		self::assertSame(404, $this->page("public/people/$id")->status);
		$this->assertRefused(422, 'withdrawn_since', 'PUT', "/members/$id/showcase", 'alice', ['shown' => true, 'date' => '2026-11-23', 'how' => 'Au marché']);
		$page('showcase-start');
		self::assertSame(200, $this->page("public/people/$id")->status);
		self::assertSame([[Consent::SHOWCASE, 'alice'], [Consent::SHOWCASE_ENDED, null], [Consent::SHOWCASE, null]], $this->recorded($id));
		$this->setting('showcase', false, true);
		self::assertStringNotContainsString('ma fiche dans la vitrine', $page('showcase-stop'), 'people can leave a closed showcase, and not come back');
	}

	public function testAPersonWhoWithdrawsTheirCardHasToChooseAgain(): void {
		$this->open();
		$card = $this->card('alice')['id'];
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		$status = fn (string $to): mixed => $this->data('PUT', "/members/$card/status", 'alice', ['status' => $to, 'version' => $this->data('GET', "/members/$card", 'alice')['version']]);
		$status('paused');
		self::assertSame(404, $this->page("public/people/$card")->status);
		$status('published');
		self::assertSame(200, $this->page("public/people/$card")->status, 'a pause ends');
		$status('withdrawn');
		$status('published');
		self::assertSame(404, $this->page("public/people/$card")->status);
		self::assertSame([Consent::SHOWCASE, Consent::SHOWCASE_ENDED], array_column($this->recorded($card), 0));
		$status('paused');
		$this->assertRefused(422, 'card_hidden', 'PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
	}

	public function testTwoCardsThatBecomeOneAreShownOnlyIfBothWere(): void {
		$this->open();
		foreach ([[false, true, 404], [true, false, 404], [true, true, 200]] as [$ownShown, $keptShown, $status]) {
			$own = $this->card('bob')['id'];
			$this->data('PUT', "/members/$own/showcase", 'bob', ['shown' => $ownShown]);
			$kept = $this->keptCard('alice')['id'];
			$this->data('PUT', "/members/$kept/showcase", 'alice', ['shown' => $keptShown, 'date' => '2026-11-20', 'how' => 'Au marché']);
			$token = basename($this->data('POST', "/members/$kept/claim-link", 'alice', [], 201)['url']);
			$this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
			self::assertSame($status, $this->page("public/people/$kept")->status);
			$recorded = $this->recorded($kept);
			self::assertSame($status === 200 ? Consent::SHOWCASE : Consent::SHOWCASE_ENDED, end($recorded)[0] ?? null);
			$this->data('DELETE', "/members/$kept", 'bob');
		}
	}

	public function testAWithdrawnCardThatTakesOverAnotherStaysOutOfIt(): void {
		$this->open();
		$own = $this->card('bob');
		$this->data('PUT', "/members/{$own['id']}/showcase", 'bob', ['shown' => true]);
		$this->data('PUT', "/members/{$own['id']}/status", 'bob', ['status' => 'withdrawn', 'version' => $own['version'] + 1]);
		$kept = $this->keptCard('alice')['id'];
		$this->data('PUT', "/members/$kept/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		$token = basename($this->data('POST', "/members/$kept/claim-link", 'alice', [], 201)['url']);
		$one = $this->data('POST', "/claims/$token", 'bob', ['merge' => true]);
		$this->data('PUT', "/members/$kept/status", 'bob', ['status' => 'published', 'version' => $one['version']]);
		self::assertSame(404, $this->page("public/people/$kept")->status);
	}

	public function testTheFacilitatorOfAGroupChoosesForIt(): void {
		$this->open();
		$people = [$this->card('alice'), ...array_map(fn (int $i): array => $this->keptCard('bob', ['name' => "Personne $i"]), range(1, 4))];
		$this->group('eau', ...$people);
		$id = (int)$this->groupId('eau');
		$this->load([['id' => 'eau', 'title' => 'Groupe eau', 'purpose' => 'Garder la pluie', 'memberships' => []]]);
		$this->card('bob');
		$this->assertRefused(403, 'not_yours', 'PUT', "/groups/$id/showcase", 'bob', ['shown' => true]);
		$memberships = $this->kernel->get(MembershipMapper::class);
		$membership = $memberships->find($id, $people[0]['id']) ?? self::fail('she is in it');
		$membership->setFacilitates(true);
		$memberships->update($membership);
		$this->data('PUT', "/groups/$id/showcase", 'alice', ['shown' => true]);
		$page = $this->page("public/groups/$id")->body;
		self::assertStringContainsString('Garder la pluie', $page);
		self::assertStringContainsString('5 personnes', $page);
		self::assertStringNotContainsString('Personne 1', $page, 'nobody in it is named');
		self::assertStringContainsString('Groupe eau', $this->page('public/groups')->body);
		self::assertSame([[Consent::SHOWCASE_GROUP, 'alice']], $this->recorded($people[0]['id']));

		$membership = $memberships->find($id, $people[1]['id']) ?? self::fail();
		$membership->setState(Membership::LEFT);
		$memberships->update($membership);
		self::assertStringNotContainsString('4 personnes', $this->page("public/groups/$id")->body, 'counts begin at five');

		self::assertTrue($this->data('GET', "/groups/$id/showcase", 'fanny')['can']['choose'], 'a facilitator of the network may take it out');
		$this->data('PUT', "/groups/$id/showcase", 'fanny', ['shown' => false]);
		self::assertSame(404, $this->page("public/groups/$id")->status);
		$this->data('PUT', "/groups/$id/showcase", 'alice', ['shown' => true]);
		$status = fn (string $to): mixed => $this->data('PUT', "/groups/$id/status", 'alice', ['status' => $to, 'version' => $this->kernel->get(GroupMapper::class)->findById($id)?->getVersion()]);
		$status('closed');
		$this->assertRefused(422, 'group_not_running', 'PUT', "/groups/$id/showcase", 'alice', ['shown' => true]);
		$status('active');
		self::assertSame(404, $this->page("public/groups/$id")->status, 'a group that was closed does not come back by itself');
		self::assertSame([[Consent::SHOWCASE_GROUP, 'alice'], [Consent::SHOWCASE_GROUP, 'alice'], [Consent::SHOWCASE_GROUP_ENDED, 'alice']], $this->recorded($people[0]['id']));
	}

	public function testAGroupByInvitationOnlyIsNotInIt(): void {
		$this->open();
		$this->card('alice');
		$id = $this->data('POST', '/groups', 'alice', ['title' => 'Eau', 'join' => 'private', 'key' => 'eau'], 201)['id'];
		$this->data('POST', "/groups/$id/making/lease", 'alice', ['runner' => 'r']);
		$this->data('PUT', "/groups/$id/making", 'alice', ['runner' => 'r', 'step' => 'done']);
		$this->assertRefused(422, 'group_private', 'PUT', "/groups/$id/showcase", 'alice', ['shown' => true]);
		$joining = fn (string $join): array => $this->data('PUT', "/groups/$id", 'alice', ['join' => $join, 'version' => $this->data('GET', "/groups/$id", 'alice')['version']]);
		$joining('request');
		$this->data('PUT', "/groups/$id/showcase", 'alice', ['shown' => true]);
		self::assertSame(200, $this->page("public/groups/$id")->status);
		$joining('private');
		self::assertSame(404, $this->page("public/groups/$id")->status, 'it leaves when it becomes one');
		$joining('request');
		self::assertSame(404, $this->page("public/groups/$id")->status, 'and does not come back by itself');
		self::assertSame([Consent::SHOWCASE_GROUP, Consent::SHOWCASE_GROUP_ENDED], array_column($this->recorded($this->data('GET', '/members/me', 'alice')['id']), 0));
	}

	public function testAnAuthorChoosesForASheet(): void {
		$this->open();
		$alice = $this->card('alice', ['name' => 'Alice Vent'])['id'];
		$this->card('bob');
		[$file, $sheet] = $this->story([$alice], status: 'draft');
		$this->assertRefused(422, 'not_published', 'PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/sheets/$file/status", 'fanny', ['version' => 1, 'status' => 'published']);
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file/showcase", 'bob', ['shown' => true]);
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file/showcase", 'fanny', ['shown' => true]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$page = $this->page("public/stories/$file")->body;
		self::assertStringContainsString('Quarante miches.', $page);
		self::assertStringNotContainsString('Alice Vent', $page, 'she is not in the showcase herself');
		self::assertStringNotContainsString('Absente', $page);
		self::assertStringContainsString('Un four', $this->page('public/stories?q=miches')->body);
		self::assertStringNotContainsString('Un four', $this->page('public/stories?q=absente')->body);
		$this->data('PUT', "/members/$alice/showcase", 'alice', ['shown' => true]);
		self::assertStringContainsString('Alice Vent', $this->page("public/stories/$file")->body);

		$version = $this->data('GET', "/sheets/$file", 'fanny')['version'];
		$this->data('PUT', "/sheets/$file", 'fanny', ['version' => $version, 'anonymous' => true, 'authors' => [], 'authorNames' => ''] + $sheet);
		self::assertSame(404, $this->page("public/stories/$file")->status, 'no author is left who could have chosen so');
		self::assertSame(['shown' => false, 'address' => null, 'can' => ['choose' => false]], $this->data('GET', "/sheets/$file/showcase", 'alice'));
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file/showcase", 'fanny', ['shown' => true]);
	}

	public function testAStoryLeadsMembersToItsPageInTheNetwork(): void {
		$this->open();
		[$file] = $this->story([$this->card('alice')['id']]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		self::assertMatchesRegularExpression("~Vous êtes membre\u{a0}\? <a [^>]*href=\"[^\"]*/apps/reseau/library/sheet/$file\"[^>]*>Ouvrir ce récit dans le réseau</a>~", $this->page("public/stories/$file")->body);
	}

	public function testAnOrganisationTellsAStory(): void {
		$this->open();
		$card = $this->keptCard('alice', ['kind' => 'organisation', 'name' => 'Le Fournil partagé'])['id'];
		[$file] = $this->story([$card]);
		self::assertSame(['Le Fournil partagé'], array_column($this->data('GET', "/sheets/$file", 'bob')['authors'], 'name'));
	}

	public function testThePreviewOfTheListOfPeopleSearchesNobody(): void {
		$this->open();
		$search = $this->createMock(MemberSearch::class);
		$search->expects(self::never())->method(self::anything());
		$this->kernel->container()->set(MemberSearch::class, $search);
		self::assertSame(['title' => 'Personnes et organisations', 'text' => $this->kernel->get(Network::class)->name()], $this->kernel->get(ShowcasePreview::class)->of('/people'));
	}

	public function testAnAuthorTakesTheirStoryOutWithoutItsFile(): void {
		$this->open();
		[$file] = $this->story([$this->card('alice')['id'], $this->keptCard('bob')['id']]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		foreach (['alice', 'bob', 'linh'] as $uid) {
			$this->kernel->get(Mounts::class)->keepAway($uid);
		}
		$this->data('GET', "/sheets/$file", 'alice', null, 404);
		self::assertTrue($this->data('GET', "/sheets/$file/showcase", 'alice')['can']['choose']);
		self::assertSame([['fileId' => (string)$file, 'title' => 'Un four pour le village']], $this->data('GET', '/showcase', 'alice')['stories']);
		self::assertSame([], $this->data('GET', '/showcase', 'linh')['stories']);
		$this->assertRefused(404, 'not_found', 'PUT', "/sheets/$file/showcase", 'linh', ['shown' => false]);
		self::assertFalse($this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => false])['shown']);
		self::assertSame(404, $this->page("public/stories/$file")->status);
		$this->assertRefused(404, 'not_found', 'PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
	}

	public function testTheKeeperOfAnAuthorTakesAStoryOutAndPutsNoneIn(): void {
		$this->open();
		$alice = $this->card('alice')['id'];
		$kept = $this->keptCard('bob')['id'];
		$own = $this->card('bob')['id'];
		[$file] = $this->story([$alice, $kept]);
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file/showcase", 'bob', ['shown' => true]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/sheets/$file/showcase", 'bob', ['shown' => false]);
		self::assertSame(404, $this->page("public/stories/$file")->status);
		self::assertSame([[[Consent::SHOWCASE_SHEET_ENDED, 'bob']], []], [$this->recorded($kept), $this->recorded($own)], 'the record names the author');
	}

	public function testAnAuthorWithoutAnAccountTakesTheirStoryOutOnTheirOwnPage(): void {
		$this->open();
		$alice = $this->card('alice')['id'];
		$kept = $this->keptCard('bob', ['name' => 'Sans Compte', 'contact' => ['email' => 'sans.compte@example.org']])['id'];
		[$file] = $this->story([$alice, $kept]);
		[$other] = $this->story([$alice], 'Banc.md');
		foreach ([$file, $other] as $one) {
			$this->data('PUT', "/sheets/$one/showcase", 'alice', ['shown' => true]);
		}
		$post = fn (string $answer): string => $this->kernel->request('POST', "/index.php/apps/reseau/own/{$this->linkOf($kept)}", null, "answer=$answer", ['content-type' => 'application/x-www-form-urlencoded'])->body;
		$button = 'Retirer le récit « Un four pour le village » de la vitrine publique';
		self::assertSame(1, substr_count($post('none'), $button), 'only the story that they wrote');
		$out = 'N’est plus dans la vitrine publique.';
		self::assertStringNotContainsString($out, $post("story-stop-$other"));
		self::assertStringNotContainsString($out, $post('story-stop-999999999999999999'));
		self::assertSame(200, $this->page("public/stories/$other")->status, 'it is not theirs');
		$page = $post("story-stop-$file");
		self::assertStringNotContainsString($button, $page);
		self::assertStringContainsString($out, $page);
		self::assertStringContainsString('Le récit « Un four pour le village » n’est plus dans la vitrine publique', $page);
		self::assertSame(404, $this->page("public/stories/$file")->status);
		self::assertStringContainsString($out, $post("story-stop-$file"));
		self::assertSame([[Consent::SHOWCASE_SHEET_ENDED, null]], $this->recorded($kept), 'pressed twice, it is one choice');
	}

	public function testItsGroupsAreListedForPeopleWhoMayTakeThemOut(): void {
		$this->open();
		$ids = [];
		foreach (['eau', 'haies'] as $i => $ref) {
			$person = $this->card(['alice', 'bob'][$i]);
			$this->group($ref, $person);
			$ids[$ref] = (int)$this->groupId($ref);
			$memberships = $this->kernel->get(MembershipMapper::class);
			$membership = $memberships->find($ids[$ref], $person['id']) ?? self::fail('they are in it');
			$membership->setFacilitates(true);
			$memberships->update($membership);
		}
		$listed = fn (string $uid): array => array_column($this->data('GET', '/showcase', $uid)['groups'], 'id');
		self::assertSame([], $listed('fanny'));
		$this->data('PUT', "/groups/{$ids['eau']}/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/groups/{$ids['haies']}/showcase", 'bob', ['shown' => true]);
		self::assertSame([[$ids['eau'], $ids['haies']], [$ids['eau']], [$ids['haies']], []], array_map($listed, ['fanny', 'alice', 'bob', 'linh']));
		$this->data('PUT', "/groups/{$ids['haies']}/showcase", 'fanny', ['shown' => false]);
		self::assertSame([$ids['eau']], $listed('fanny'));
	}

	public function testTheRecordNamesWhatItIsAboutIfItsReaderMayKnowIt(): void {
		$this->open();
		$alice = $this->card('alice')['id'];
		[$file] = $this->story([$alice]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$in = 'Le récit « Un four pour le village » dans la vitrine publique';
		self::assertSame([$in], $this->storiesInRecord());
		$this->kernel->get(Mounts::class)->keepAway('fanny');
		self::assertSame([$in], $this->storiesInRecord(), 'anyone can read it');
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => false]);
		self::assertSame(['Un récit qui n’est plus dans la vitrine publique', 'Un récit dans la vitrine publique'], $this->storiesInRecord(), 'she has no longer its file');
		self::assertStringContainsString('Le récit « Un four pour le village »', $this->data('GET', "/members/$alice/export/page", 'alice')['page'], 'its author knows it');
	}

	public function testTheRecordDoesNotNameTheAuthorOfAnAnonymousStory(): void {
		$this->open();
		$alice = $this->card('alice')['id'];
		[$file] = $this->story([$alice]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$this->data('PUT', "/sheets/$file", 'fanny', ['version' => $this->data('GET', "/sheets/$file", 'fanny')['version'], 'anonymous' => true, 'authors' => [], 'authorNames' => '']);
		self::assertSame(['Un récit qui n’est plus dans la vitrine publique', 'Un récit dans la vitrine publique'], $this->storiesInRecord());
		self::assertStringNotContainsString('Un four', $this->data('GET', "/members/$alice/export/page", 'alice')['page']);
	}

	/** @return list<string> what the record of consents says about stories, to a facilitator */
	private function storiesInRecord(): array {
		return array_values(array_filter(array_column($this->data('GET', '/consents', 'fanny')['entries'], 'what'), static fn (string $what): bool => str_contains($what, 'récit')));
	}

	public function testAStoryFoundByOtherWordsSaysSo(): void {
		$this->open();
		[$file] = $this->story([$this->card('alice')['id']]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$page = $this->page('public/stories?q=vilage')->body;
		self::assertStringContainsString('Un four pour le village', $page);
		self::assertStringContainsString('Aucun résultat pour « vilage » ; voici « village »', $page);
		self::assertStringNotContainsString('Aucun résultat', $this->page('public/stories?q=village')->body);
	}

	public function testAStoryStaysNoLongerThanItsAuthors(): void {
		$this->open();
		$alice = $this->card('alice')['id'];
		$linh = $this->card('linh')['id'];
		[$file, $sheet] = $this->story([$alice, $linh]);
		$write = fn (array $input): mixed => $this->data('PUT', "/sheets/$file", 'fanny', $input + ['version' => $this->data('GET', "/sheets/$file", 'fanny')['version']] + $sheet);
		$status = fn (): int => $this->page("public/stories/$file")->status;
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$write(['authors' => [$linh], 'title' => 'Un four']);
		self::assertSame(200, $status(), 'one of them is left');
		$write(['authors' => [$alice]]);
		self::assertSame(404, $status());
		self::assertSame([[Consent::SHOWCASE_SHEET_ENDED, null]], $this->recorded($linh));

		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$write(['anonymous' => true, 'authors' => [], 'authorNames' => '']);
		$write(['anonymous' => false]);
		self::assertSame(404, $status(), 'nobody chose it again');

		$write(['authors' => [$alice]]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		self::assertSame(200, $status());
		$this->data('DELETE', "/members/$alice", 'alice');
		self::assertSame(404, $status());
		self::assertStringNotContainsString('Un four', $this->page('public/stories')->body);
	}

	public function testAStoryIsShownWhileOneOfItsAuthorsIs(): void {
		$this->open();
		[$alice, $linh] = [$this->card('alice')['id'], $this->card('linh')['id']];
		[$file] = $this->story([$alice, $linh]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$be = fn (string $uid, int $card, string $status): mixed => $this->data('PUT', "/members/$card/status", $uid, ['status' => $status, 'version' => $this->data('GET', "/members/$card", $uid)['version']]);
		$assertShown = function (bool $shown, string $when) use ($file): void {
			self::assertSame($shown ? 200 : 404, $this->page("public/stories/$file")->status, $when);
			self::assertSame($shown, str_contains($this->page('public/stories')->body, 'Un four'), "$when, in the list");
			self::assertSame($shown, $this->data('GET', "/sheets/$file/showcase", 'fanny')['address'] !== null, "$when, as the page inside says");
		};
		$be('alice', $alice, 'paused');
		$assertShown(true, 'the other one is shown');
		$be('linh', $linh, 'paused');
		$assertShown(false, 'none is shown');
		$be('alice', $alice, 'published');
		$assertShown(true, 'one is back');
		$this->kernel->get(IUserManager::class)->get('alice')->setEnabled(false);
		$assertShown(false, 'an account is disabled');
		$this->kernel->get(IUserManager::class)->get('alice')->setEnabled(true);
		$assertShown(true, 'it is enabled again');

		$be('alice', $alice, 'withdrawn');
		$be('linh', $linh, 'published');
		$assertShown(true, 'one has left, the other one has not');
		self::assertSame([], $this->recorded($linh));
		$be('linh', $linh, 'withdrawn');
		$assertShown(false, 'both have left');
		self::assertSame([[Consent::SHOWCASE_SHEET_ENDED, null]], $this->recorded($linh));
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$file/showcase", 'linh', ['shown' => true]);
		$be('linh', $linh, 'published');
		$assertShown(false, 'it does not come back with them');
		$this->data('PUT', "/sheets/$file/showcase", 'linh', ['shown' => true]);
		$assertShown(true, 'chosen again');

		$be('alice', $alice, 'published');
		$be('alice', $alice, 'withdrawn');
		$this->data('DELETE', "/members/$linh", 'linh');
		$be('alice', $alice, 'published');
		$assertShown(false, 'who has left is not left to have chosen it');
	}

	public function testWhatIsForMembersAloneIsNotShown(): void {
		$this->open();
		[$file] = $this->story([$this->card('alice')['id']]);
		$licence = fn (string $licence): mixed => $this->data('PUT', "/sheets/$file", 'fanny', ['version' => $this->data('GET', "/sheets/$file", 'fanny')['version'], 'licence' => $licence]);
		$licence('cc-by-4.0');
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		self::assertStringContainsString('en citant les auteurs et autrices', $this->page("public/stories/$file")->body, 'a licence in words');
		$licence('network');
		self::assertSame(404, $this->page("public/stories/$file")->status);
		self::assertFalse($this->data('GET', "/sheets/$file/showcase", 'alice')['shown']);
		$this->assertRefused(422, 'for_members_only', 'PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
	}

	public function testNothingIsRecordedOfAnAccountWithoutACard(): void {
		$this->open();
		[$file] = $this->story([$this->card('alice')['id']]);
		$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
		$before = count($this->data('GET', '/consents', 'fanny')['entries']);
		$this->data('PUT', "/sheets/$file/showcase", 'fanny', ['shown' => false]);
		self::assertCount($before, $this->data('GET', '/consents', 'fanny')['entries']);
		[$unsigned] = $this->story([], 'Banc.md');
		$this->assertRefused(403, 'not_yours', 'PUT', "/sheets/$unsigned/showcase", 'fanny', ['shown' => true]);
		$this->card('fanny');
		$this->data('PUT', "/sheets/$unsigned/showcase", 'fanny', ['shown' => true]);
	}

	public function testSitesThatMayShowItInAFrame(): void {
		$this->open();
		foreach (['https://*.example.org', 'example.org', 'https://example.org/page', 'https://example.org; script-src *', 'javascript:alert(1)', "'unsafe-inline'", 'https://exa mple.org', 'ftp://example.org', 'https://example.org:0', '*'] as $wrong) {
			$refused = $this->assertRefused(400, 'bad_origin', 'PUT', '/network', 'admin', ['frames' => ['https://good.example.org', $wrong], 'was' => ['frames' => []]]);
			self::assertSame('frames.1', $refused['field'] ?? null, $wrong);
		}
		self::assertStringContainsString("frame-ancestors 'self';", $this->policy('public?embed=1'), 'nothing was saved');
		$this->setting('frames', ['https://WWW.example.org/', 'http://localhost:8080'], []);
		self::assertSame(['https://www.example.org', 'http://localhost:8080'], $this->data('GET', '/showcase', 'fanny')['frames']);
		self::assertSame([], $this->data('GET', '/showcase', 'alice')['frames']);
		self::assertStringContainsString("frame-ancestors 'self' https://www.example.org http://localhost:8080;", $this->policy('public?embed=1'));
		self::assertStringContainsString("frame-ancestors 'self';", $this->policy('public'));
		self::assertStringContainsString('/apps/reseau/public/people?embed=1', $this->page('public?embed=1')->body, 'links stay in the frame');
		self::assertStringNotContainsString('embed=1', $this->page('public')->body);
	}

	public function testSearchEnginesListItOnlyIfTheyMay(): void {
		$this->open();
		self::assertSame('noindex, nofollow', $this->page('public')->headers['X-Robots-Tag'] ?? null);
		self::assertStringContainsString('<meta name="robots" content="noindex', $this->page('public')->body);
		$this->setting('indexed', true, false);
		self::assertSame('all', $this->page('public')->headers['X-Robots-Tag'] ?? null);
		self::assertStringNotContainsString('<meta name="robots"', $this->page('public')->body);
		foreach (['public?embed=1', 'public/people?q=vent', 'public/people?facet[territory][]=departement:11'] as $again) {
			self::assertSame('noindex, nofollow', $this->page($again)->headers['X-Robots-Tag'] ?? null, $again);
			self::assertStringContainsString('<meta name="robots"', $this->page($again)->body, $again);
		}
		self::assertSame('noindex, nofollow', $this->page('public/people/999')->headers['X-Robots-Tag'] ?? null);
	}

	public function testWhatCannotBeSearchedGetsASentence(): void {
		$this->open();
		foreach (['people?q[]=a', 'people?facet=a', 'people?facet[none][]=a', 'people?q=' . str_repeat('a', 300), 'people?cursor=wrong', 'stories?q[]=a', 'stories?cursor=wrong', 'stories?facet=a', 'stories?facet[group][]=1', 'stories?facet[kind]=a', 'stories?facet[term][]=%FF', 'people?q=%FF', 'groups?cursor=wrong', 'groups?cursor[]=a', 'notices?q[]=a', 'notices?facet=a', 'notices?facet[none][]=a', 'notices?facet[kind]=a', 'notices?cursor=wrong'] as $page) {
			$reply = $this->page("public/$page");
			self::assertSame(200, $reply->status, $page);
			self::assertSame($page !== 'groups?cursor[]=a', str_contains($reply->body, 'role="alert"'), $page);
		}
		$body = $this->page('public/people?' . http_build_query(['q' => 'Zoé', 'facet' => ['territory' => ['departement:11']], 'cursor' => 'wrong']))->body;
		self::assertStringContainsString('value="Zoé"', $body, 'what was typed is not lost');
		self::assertStringContainsString('value="departement:11" checked', $body);
		$body = $this->page('public/stories?' . http_build_query(['q' => 'Zoé', 'facet' => ['outcome' => ['failed']], 'cursor' => 'wrong']))->body;
		self::assertStringContainsString('value="Zoé"', $body);
		self::assertStringContainsString('value="failed" checked', $body);
	}

	public function testAnEmptyShowcaseSaysSo(): void {
		$this->open();
		self::assertStringContainsString('Personne n’est montré ici pour l’instant.', $this->page('public/people')->body);
	}

	public function testPlacesAreCountedFromFivePeopleOn(): void {
		$this->open();
		foreach (range(1, 5) as $i) {
			self::assertStringNotContainsString('Aude', $this->page('public')->body, "$i people less one");
			$card = $this->keptCard('alice', ['name' => "Personne $i", 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'audience' => ['territories' => 'public']])['id'];
			$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		}
		$page = $this->page('public')->body;
		self::assertStringContainsString('Aude', $page);
		self::assertStringNotContainsString('commune', $page, 'which is too small to count');
		self::assertStringContainsString('5 fiches', $page);
	}

	/**
	 * @param list<int> $authors
	 * @return array{int, array<string, mixed>} the file that Fanny made, and what its sheet says
	 */
	private function story(array $authors, string $name = 'Four.md', string $status = 'published'): array {
		$tree = $this->kernel->get(Tree::class);
		$file = $tree->make('fanny', Tree::COMMON . "/$name", 'Texte')[0];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		$sheet = ['version' => 0, 'title' => 'Un four pour le village', 'summary' => 'Quarante miches.', 'authorNames' => 'Zoé Absente', 'kind' => 'practice', 'outcome' => 'failed', 'authors' => $authors, 'context' => [
			'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine',
		]];
		$this->data('PUT', "/sheets/$file", 'fanny', $sheet);
		if ($status === 'published') {
			$this->data('PUT', "/sheets/$file/status", 'fanny', ['version' => 1, 'status' => 'published']);
		}
		return [$file, $sheet];
	}

	public function testAPersonWhoLeavesWhileAListIsMadeIsNoEmptyLine(): void {
		$this->open();
		$card = $this->card('alice', ['name' => 'Alice Vent'])['id'];
		$this->data('PUT', "/members/$card/showcase", 'alice', ['shown' => true]);
		// As another process leaves it between the search and the reading of the cards.
		$qb = $this->kernel->get(IDBConnection::class)->getQueryBuilder();
		$qb->update('reseau_members')->set('showcased', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		$qb->executeStatement();
		$body = $this->page('public/people')->body;
		self::assertStringNotContainsString('<li><a href="/apps/reseau/public/people/', $body);
		self::assertStringNotContainsString('Alice', $body);
	}

	public function testCriteriaStayOnLaterPages(): void {
		$this->open();
		foreach (range(1, 21) as $i) {
			$id = $this->keptCard('alice', ['name' => "Personne $i", 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'audience' => ['territories' => 'public']])['id'];
			$this->data('PUT', "/members/$id/showcase", 'alice', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
		}
		$first = $this->page('public/people?' . http_build_query(['facet' => ['territory' => ['departement:11']]]))->body;
		self::assertSame(1, preg_match('~href="/(?:index\.php/)?apps/reseau/(public/people\?[^"]*)" rel="next"~', $first, $next), $first);
		$body = $this->page(html_entity_decode($next[1]))->body;
		self::assertMatchesRegularExpression('~value="departement:11" checked> <span><bdi>Aude</bdi></span>~', $body, 'with its name, and no count');
		self::assertStringContainsString('<bdi>Permaculture</bdi>', $body, 'others can be chosen');
	}

	public function testStoriesAreFoundByCriteriaAndCountedFromFiveOn(): void {
		$this->open();
		$files = $this->storiesShown(5);
		$change = function (int $file, array $input): void {
			$this->data('PUT', "/sheets/$file", 'fanny', $input + ['version' => $this->data('GET', "/sheets/$file", 'fanny')['version']]);
		};
		$change($files[0], ['title' => 'Un puits', 'terms' => ['permaculture']]);
		self::assertSame([
			'practice' => '5', 'failed' => '5', 'departement:11' => '5', 'commune:11206' => '5', 'region:76' => '5', 'permaculture' => '',
		], array_intersect_key($this->choices('public/stories'), array_flip(['practice', 'failed', 'region:76', 'departement:11', 'commune:11206', 'permaculture'])));
		$change($files[1], ['outcome' => 'worked']);
		self::assertSame(['', ''], [$this->choices('public/stories')['failed'], $this->choices('public/stories')['worked']], 'four and one are too few to count');

		$found = fn (array $facets, string $words = ''): int => substr_count($this->page('public/stories?' . http_build_query(['q' => $words, 'facet' => $facets]))->body, '<li><a href="/apps/reseau/public/stories/');
		self::assertSame([5, 1, 4, 5, 1, 0, 1, 1], [
			$found([]), $found(['outcome' => ['worked']]), $found(['outcome' => ['failed']]), $found(['outcome' => ['failed', 'worked']]),
			$found(['term' => ['permaculture']]), $found(['term' => ['permaculture'], 'outcome' => ['worked']]),
			$found(['territory' => ['departement:11']], 'puits'), $found(['kind' => ['practice']], 'puits'),
		]);
		$page = $this->page('public/stories?' . http_build_query(['facet' => ['outcome' => ['worked']]]))->body;
		self::assertStringContainsString('Résultat : 1 choisi', html_entity_decode(str_replace("\u{00A0}", ' ', $page)));
		self::assertMatchesRegularExpression('~value="worked" checked~', $page);

		$this->data('PUT', "/sheets/$files[0]/showcase", 'alice', ['shown' => false]);
		self::assertArrayNotHasKey('permaculture', $this->choices('public/stories'), 'no story there has it any more');
		self::assertSame('', $this->choices('public/stories')['practice']);
	}

	public function testAStoryWhoseFileLeftUnnoticedIsNoChoice(): void {
		$this->open();
		$files = $this->storiesShown(5);
		self::assertSame('5', $this->choices('public/stories')['practice']);
		$this->data('PUT', "/sheets/$files[0]", 'fanny', ['version' => $this->data('GET', "/sheets/$files[0]", 'fanny')['version'], 'outcome' => 'worked']);
		self::assertArrayHasKey('worked', $this->choices('public/stories'));
		// As if moved by a program without Nextcloud noticing.
		$silent = new Tree($this->kernel->get(FileRows::class), $this->kernel->get(Mounts::class), self::createStub(IEventDispatcher::class), $this->kernel->get(IConfig::class));
		$silent->move('fanny', Tree::COMMON . '/Four 1.md', '/Ailleurs.md');
		self::assertSame(404, $this->page("public/stories/$files[0]")->status);
		self::assertSame('', $this->choices('public/stories')['practice']);
		self::assertArrayNotHasKey('worked', $this->choices('public/stories'));
	}

	public function testCriteriaOfStoriesStayOnLaterPages(): void {
		$this->open();
		$this->storiesShown(21);
		$first = $this->page('public/stories?' . http_build_query(['embed' => '1', 'q' => 'four', 'facet' => ['territory' => ['departement:11'], 'outcome' => ['failed']]]))->body;
		self::assertSame(1, preg_match('~href="/(?:index\.php/)?apps/reseau/(public/stories\?[^"]*)" rel="next"~', $first, $next), $first);
		$body = $this->page(html_entity_decode($next[1]))->body;
		self::assertMatchesRegularExpression('~value="departement:11" checked> <span><bdi>Aude</bdi>~', $body);
		self::assertMatchesRegularExpression('~value="failed" checked>~', $body);
		self::assertStringContainsString('name="embed" value="1"', $body);
		self::assertStringContainsString('name="q" value="four"', $body);
		self::assertSame(1, substr_count($body, '<li><a href="/apps/reseau/public/stories/'), 'the last one');
		self::assertStringNotContainsString('rel="next"', $body);
	}

	/** @return list<int> files of stories that Alice put there */
	private function storiesShown(int $count): array {
		$alice = $this->card('alice')['id'];
		return array_map(function (int $i) use ($alice): int {
			$this->kernel->resetLimits();
			[$file] = $this->story([$alice], "Four $i.md");
			$this->data('PUT', "/sheets/$file/showcase", 'alice', ['shown' => true]);
			return $file;
		}, range(1, $count));
	}

	/** @return array<string, string> numbers of the choices that a page offers, as it prints them, by choice */
	private function choices(string $page): array {
		preg_match_all('~type="checkbox"[^>]* value="([^"]*)"[^>]*> <span><bdi>[^<]*</bdi>(?: <span class="ui-hint">(\d+)</span>)?~', $this->page($page)->body, $found);
		return array_combine($found[1], $found[2]);
	}

	private function allow(): void {
		$this->setting('showcase', true, false);
	}

	private function open(): void {
		$this->allow();
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
	}

	private function setting(string $name, mixed $value, mixed $was): void {
		$this->data('PUT', '/network', 'admin', [$name => $value, 'was' => [$name => $was]]);
	}

	private function page(string $page): Reply {
		$reply = $this->kernel->request('GET', "/index.php/apps/reseau/$page");
		self::assertNull($reply->error, (string)$reply->error?->getMessage());
		return $reply;
	}

	/** Token of the page of a person without an account. */
	private function linkOf(int $card): string {
		return $this->links[$card] ??= $this->kernel->get(OwnLinks::class)->make('sans.compte@example.org')[0]['token'];
	}

	private function policy(string $page): string {
		return $this->page($page)->headers['Content-Security-Policy'] . ';';
	}

	/** @return list<array{string, ?string}> what was recorded about the showcase, and the author */
	private function recorded(int $card): array {
		$entries = array_filter($this->kernel->get(Ledger::class)->ofMember($card), static fn (Consent $one): bool => str_starts_with($one->getWhat(), 'showcase'));
		return array_map(static fn (Consent $one): array => [$one->getWhat(), $one->getByUid()], array_values($entries));
	}
}
