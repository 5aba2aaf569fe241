<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Showcase;

use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\GroupStore;
use OCA\Reseau\Integration\Sharing\ShowcaseShares;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Notice\EndingNotices;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\PublicNotices;
use OCA\Reseau\Tests\Notice\NoticeTestCase;
use OCP\IConfig;
use OCP\Share\ShareReview\ShareReviewEntry;
use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Kernel\Reply;

/** Notices in the public showcase: who puts them there, what visitors read of them, and how they leave it. */
class ShowNoticeTest extends NoticeTestCase {
	private const OUT = 'N’est plus dans la vitrine publique.';

	protected function setUp(): void {
		parent::setUp();
		$this->account('admin', ['admin']);
		$this->data('PUT', '/network', 'admin', ['showcase' => true, 'was' => ['showcase' => false]]);
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
	}

	public function testItsAuthorPutsItThereAndIsNotNamed(): void {
		$id = $this->publish('odile', ['text' => 'Il presse vingt kilos.', 'mode' => 'loan', 'free' => 'Le samedi', 'neededBy' => '2026-12-24', 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'terms' => ['permaculture']])['id'];
		self::assertSame(404, $this->page("public/notices/$id")->status);
		self::assertSame(['shown' => false, 'address' => null, 'can' => ['choose' => false]], $this->data('GET', "/notices/$id/showcase", 'yamina'));
		foreach (['yamina', 'fanny'] as $uid) {
			$this->assertRefused(403, 'not_yours', 'PUT', "/notices/$id/showcase", $uid, ['shown' => true]);
		}
		$version = $this->read('odile', $id)['version'];
		$chosen = $this->show($id);
		self::assertSame([true, true], [$chosen['shown'], $chosen['can']['choose']]);
		self::assertStringEndsWith("/apps/reseau/public/notices/$id", $chosen['address']);
		$this->assertRefused(409, 'stale_version', 'PUT', "/notices/$id", 'odile', ['version' => $version, 'title' => 'Autre']);
		$page = $this->page("public/notices/$id")->body;
		foreach (['Un pressoir à prêter', 'Il presse vingt kilos.', 'Offre · Prêt · Limoux', 'Permaculture', 'Disponible : Le samedi', 'Au plus tard le 24 décembre 2026', 'Un membre du réseau', 'Ouverte jusqu’au'] as $words) {
			self::assertStringContainsString($words, $page);
		}
		foreach (['public', 'public/notices', 'public/notices?q=kilos', 'public/notices?facet[kind][]=offer'] as $list) {
			self::assertStringContainsString("/public/notices/$id\"", $this->page($list)->body, $list);
		}
		foreach (['public/notices?q=moulin', 'public/notices?facet[kind][]=need'] as $list) {
			self::assertStringNotContainsString("/public/notices/$id\"", $this->page($list)->body, $list);
		}
		foreach (["public/notices/$id", 'public', 'public/notices', 'public/data/notices.atom', 'public/data/notices.jsonld', "public/notices/$id/profile.json"] as $path) {
			self::assertStringNotContainsString('Odile', $this->page($path)->body, $path);
		}
		$this->data('PUT', "/members/{$this->cards['odile']}/showcase", 'odile', ['shown' => true]);
		foreach (["public/notices/$id", 'public/data/notices.atom', 'public/data/notices.jsonld'] as $path) {
			self::assertStringContainsString('Odile', $this->page($path)->body, $path);
		}
		self::assertStringContainsString("/public/notices/$id\"", $this->page("public/people/{$this->cards['odile']}")->body);
		$this->show($id);
		$this->show($id, shown: false);
		$this->assertGone($id);
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'odile'], [Consent::SHOWCASE_NOTICE_ENDED, 'odile']], $this->recorded('odile'), 'a second yes is none');
	}

	public function testItLeavesForAllReadersAtTheSameMoment(): void {
		$id = $this->publish('odile')['id'];
		$this->show($id);
		$this->kernel->get(IConfig::class)->setUserValue('yamina', 'core', 'timezone', 'Etc/GMT+12');
		$midnight = strtotime($this->read('odile', $id)['until'] . 'T24:00:00Z');
		foreach ([$midnight - 3600 => 200, $midnight + 5 * 3600 => 404] as $time => $status) {
			$this->kernel->clock->stopAt($time);
			foreach ([null, 'yamina'] as $uid) {
				self::assertSame($status, $this->kernel->request('GET', "/index.php/apps/reseau/public/notices/$id", $uid)->status);
			}
		}
	}

	public function testAGroupIsNamedOnlyIfItIsInTheShowcaseItself(): void {
		$id = $this->publish('odile', ['groupId' => $this->group])['id'];
		$this->show($id);
		self::assertStringNotContainsString('Groupe eau', $this->page("public/notices/$id")->body);
		self::assertStringNotContainsString("/public/notices/$id\"", $this->page("public/notices?facet[group][]=$this->group")->body);
		$group = $this->kernel->get(GroupMapper::class)->findById($this->group) ?? self::fail();
		$group->setShowcased(true);
		$this->kernel->get(GroupStore::class)->update($group);
		self::assertStringContainsString('Groupe eau', $this->page("public/notices/$id")->body);
		self::assertStringContainsString("/public/notices/$id\"", $this->page("public/groups/$this->group")->body);
	}

	public function testOneForAGroupCannotBeThereAndOneThatBecomesSoLeaves(): void {
		$id = $this->publish('odile', ['groupId' => $this->group, 'audience' => 'group'])['id'];
		$this->assertRefused(422, 'for_one_group', 'PUT', "/notices/$id/showcase", 'odile', ['shown' => true]);
		$this->assertRefused(404, 'not_found', 'PUT', "/notices/$id/showcase", 'zohra', ['shown' => true]);
		$edit = fn (string $audience): mixed => $this->data('PUT', "/notices/$id", 'odile', ['version' => $this->read('odile', $id)['version'], 'audience' => $audience]);
		$edit('members');
		$this->show($id);
		self::assertSame(200, $this->page("public/notices/$id")->status);
		$edit('group');
		$edit('members');
		$this->assertGone($id);
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'odile'], [Consent::SHOWCASE_NOTICE_ENDED, null]], $this->recorded('odile'));
	}

	/** @param callable(self, int): void $leave */
	#[DataProvider('waysToEnd')]
	public function testItLeavesForGood(callable $leave, ?string $by): void {
		$id = $this->publish('odile')['id'];
		$this->show($id);
		$leave($this, $id);
		$this->assertGone($id);
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'odile'], [Consent::SHOWCASE_NOTICE_ENDED, $by]], $this->recorded('odile'));
	}

	/** @return iterable<string, array{callable(self, int): void, ?string}> */
	public static function waysToEnd(): iterable {
		$back = static function (self $test, int $id): void {
			$test->data('POST', "/notices/$id/reopening", 'odile');
			$test->assertGone($id);
			$test->data('DELETE', "/notices/$id", 'odile');
		};
		yield 'done' => [static function (self $test, int $id) use ($back): void {
			$test->data('PUT', "/notices/$id/closing", 'odile', ['outcome' => 'Vingt bouteilles']);
			$test->assertGone($id);
			$back($test, $id);
		}, null];
		yield 'ended' => [static function (self $test, int $id) use ($back): void {
			$test->data('POST', "/notices/$id/end", 'odile');
			$test->assertGone($id);
			$back($test, $id);
		}, null];
		yield 'stopped' => [static function (self $test, int $id): void {
			$test->data('POST', "/notices/$id/end", 'fanny');
			$test->assertGone($id);
			$test->data('POST', "/notices/$id/reopening", 'fanny');
			$test->assertGone($id);
			$test->data('DELETE', "/notices/$id", 'odile');
		}, null];
		yield 'deleted' => [static fn (self $test, int $id): mixed => $test->data('DELETE', "/notices/$id", 'odile'), null];
		yield 'taken out by a facilitator of the network' => [static function (self $test, int $id): void {
			self::assertTrue($test->data('GET', "/notices/$id/showcase", 'fanny')['can']['choose']);
			$test->data('PUT', "/notices/$id/showcase", 'fanny', ['shown' => false]);
			$test->assertGone($id);
			$test->data('DELETE', "/notices/$id", 'odile');
		}, 'fanny'];
		yield 'its time is over' => [static function (self $test, int $id): void {
			$test->days(61);
			$test->assertGone($id);
			self::assertCount(1, $test->recorded('odile'), 'the job writes it down');
			$test->kernel->get(EndingNotices::class)->run();
			self::assertCount(2, $test->recorded('odile'));
			$test->data('POST', "/notices/$id/renewal", 'odile', []);
			$test->assertGone($id);
			$test->data('DELETE', "/notices/$id", 'odile');
		}, null];
		yield 'the card is withdrawn' => [static function (self $test, int $id): void {
			$test->setStatus('odile', 'odile', 'withdrawn');
			$test->assertGone($id);
			$test->setStatus('odile', 'odile', 'published');
			$test->assertGone($id);
			$test->data('DELETE', "/notices/$id", 'odile');
		}, null];
	}

	public function testItComesBackWithAnAuthorWhoPaused(): void {
		$id = $this->publish('odile')['id'];
		$this->show($id);
		$this->setStatus('odile', 'odile', 'paused');
		$this->assertGone($id);
		$this->setStatus('odile', 'odile', 'published');
		self::assertSame(200, $this->page("public/notices/$id")->status);
		self::assertSame([['id' => $id, 'title' => 'Un pressoir à prêter']], $this->data('GET', '/showcase', 'odile')['notices']);
		self::assertSame([], $this->data('GET', '/showcase', 'yamina')['notices']);
		$this->data('DELETE', '/members/me', 'odile');
		$this->assertGone($id);
	}

	public function testOneThatIsOverOrHiddenCannotBePutThere(): void {
		$id = $this->publish('odile')['id'];
		$this->setStatus('odile', 'odile', 'paused');
		$this->assertRefused(422, 'card_hidden', 'PUT', "/notices/$id/showcase", 'odile', ['shown' => true]);
		$this->setStatus('odile', 'odile', 'published');
		$this->days(61);
		$this->assertRefused(422, 'notice_closed', 'PUT', "/notices/$id/showcase", 'odile', ['shown' => true]);
		$this->kernel->get(EndingNotices::class)->run();
		$this->assertRefused(422, 'notice_closed', 'PUT', "/notices/$id/showcase", 'odile', ['shown' => true]);
		$this->data('PUT', '/network', 'admin', ['showcase' => false, 'was' => ['showcase' => true]]);
		$this->assertRefused(422, 'showcase_off', 'PUT', "/notices/$id/showcase", 'odile', ['shown' => true]);
	}

	public function testTheKeeperWritesDownThatTheAuthorAgreed(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'how' => 'phone'])['id'];
		$show = fn (array $agreed): mixed => $this->show($id, 'peire', true, $agreed);
		$this->assertRefused(400, 'bad_date', 'PUT', "/notices/$id/showcase", 'peire', ['shown' => true]);
		$this->assertRefused(400, 'how_missing', 'PUT', "/notices/$id/showcase", 'peire', ['shown' => true, 'date' => '2026-11-20']);
		$show(['date' => '2026-11-20', 'how' => 'Au marché']);
		$page = $this->page("public/notices/$id")->body;
		foreach (['Jeanne', 'Peire', 'marché'] as $hidden) {
			self::assertStringNotContainsString($hidden, $page);
		}
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'peire']], $this->recorded('jeanne'));
		self::assertSame([], $this->recorded('peire'), 'the record names the author');
		$this->show($id, 'peire', false);
		foreach (['2026-11-20', '2026-11-24', '2026-11-25'] as $day) {
			$this->assertRefused(422, 'withdrawn_since', 'PUT', "/notices/$id/showcase", 'peire', ['shown' => true, 'date' => $day, 'how' => 'Au téléphone']);
		}
		$other = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'how' => 'phone'])['id'];
		$this->show($other, 'peire', true, ['date' => '2026-11-20', 'how' => 'Au marché']);
		$this->data('POST', "/notices/$other/end", 'peire');
		$this->data('POST', "/notices/$other/reopening", 'peire');
		$this->show($other, 'peire', true, ['date' => '2026-11-24', 'how' => 'Au marché']);
		self::assertSame(200, $this->page("public/notices/$other")->status, 'it ended with the notice: the author took nothing back');
		$this->days(1);
		$show(['date' => '2026-11-25', 'how' => 'Au téléphone']);
		self::assertSame(200, $this->page("public/notices/$id")->status);
	}

	public function testAnAuthorWithoutAnAccountTakesItOutOnTheirOwnPage(): void {
		$kept = $this->cards['sans'] = $this->keptCard('peire', ['name' => 'Sans Compte', 'contact' => ['email' => 'sans.compte@example.org']])['id'];
		$id = $this->publish('peire', ['memberId' => $kept, 'how' => 'phone'])['id'];
		$other = $this->publish('odile')['id'];
		$this->show($id, 'peire', true, ['date' => '2026-11-20', 'how' => 'Au marché']);
		$this->show($other);
		$token = $this->kernel->get(OwnLinks::class)->make('sans.compte@example.org')[0]['token'];
		$post = fn (string $answer): string => $this->kernel->request('POST', "/index.php/apps/reseau/own/$token", null, "answer=$answer", ['content-type' => 'application/x-www-form-urlencoded'])->body;
		$button = 'Retirer l’annonce « Un pressoir à prêter » de la vitrine publique';
		self::assertSame(1, substr_count($post('none'), $button), 'only their own');
		self::assertStringNotContainsString(self::OUT, $post("notice-stop-$other"));
		self::assertStringNotContainsString(self::OUT, $post('notice-stop-999999999999999999'));
		self::assertSame(200, $this->page("public/notices/$other")->status);
		$page = $post("notice-stop-$id");
		self::assertStringNotContainsString($button, $page);
		self::assertStringContainsString(self::OUT, $page);
		self::assertStringContainsString('L’annonce « Un pressoir à prêter » n’est plus dans la vitrine publique', $page);
		$this->assertGone($id);
		self::assertStringContainsString(self::OUT, $post("notice-stop-$id"));
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'peire'], [Consent::SHOWCASE_NOTICE_ENDED, null]], $this->recorded('sans'), 'pressed twice, it is one choice');
		$this->assertRefused(422, 'withdrawn_since', 'PUT', "/notices/$id/showcase", 'peire', ['shown' => true, 'date' => '2026-11-20', 'how' => 'Au marché']);
	}

	public function testAWithdrawnCardThatTakesOverAnotherBringsNoneBack(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'how' => 'phone'])['id'];
		$this->show($id, 'peire', true, ['date' => '2026-11-20', 'how' => 'Au marché']);
		$this->setStatus('zohra', 'zohra', 'withdrawn');
		$token = basename($this->data('POST', "/members/{$this->cards['jeanne']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$token", 'zohra', ['merge' => true]);
		$this->setStatus('zohra', 'jeanne', 'published');
		$this->assertGone($id);
		self::assertSame([[Consent::SHOWCASE_NOTICE, 'peire'], [Consent::SHOWCASE_NOTICE_ENDED, null]], $this->recorded('jeanne'));
	}

	public function testTheRecordNamesItToPeopleWhoSeeIt(): void {
		$id = $this->publish('odile', ['groupId' => $this->group])['id'];
		$this->show($id);
		$entries = fn (): array => array_values(array_filter(array_column($this->data('GET', '/consents', 'fanny')['entries'], 'what'), static fn (string $what): bool => str_contains(mb_strtolower($what), 'annonce')));
		self::assertSame(['L’annonce « Un pressoir à prêter » dans la vitrine publique'], $entries());
		$this->data('PUT', "/notices/$id", 'odile', ['version' => $this->read('odile', $id)['version'], 'audience' => 'group']);
		self::assertSame(['Une annonce qui n’est plus dans la vitrine publique', 'Une annonce dans la vitrine publique'], $entries(), 'it is for a group she is not in');
		self::assertStringContainsString('L’annonce « Un pressoir à prêter »', $this->data('GET', "/members/{$this->cards['odile']}/export/page", 'odile')['page'], 'its author knows it');
	}

	public function testItCanBeReviewedAsAShare(): void {
		$id = $this->publish('odile')['id'];
		$this->show($id);
		$shares = function (string $uid): ShowcaseShares {
			$this->kernel->request('GET', '/', $uid);
			return $this->kernel->get(ShowcaseShares::class);
		};
		$listed = fn (): array => array_map(static fn (ShareReviewEntry $one): array => [$one->id, $one->object, $one->initiator], $shares('admin')->getShares());
		self::assertSame([["notices/$id", 'Un pressoir à prêter', '']], $listed(), 'the author is not named');
		self::assertFalse($shares('admin')->deleteShare("notices/$id"));
		self::assertTrue($shares('fanny')->deleteShare("notices/$id"));
		self::assertSame([], $listed());
	}

	public function testOthersReadOneByItsNumber(): void {
		$id = $this->publish('odile')['id'];
		$notices = $this->kernel->get(PublicNotices::class);
		$read = static function () use ($notices, $id): ?string {
			try {
				return $notices->one($id)->notice->getTitle();
			} catch (ReasonException $e) {
				self::assertSame('not_found', $e->reason);
				return null;
			}
		};
		self::assertNull($read());
		$this->show($id);
		self::assertSame('Un pressoir à prêter', $read());
		$this->data('PUT', '/showcase', 'fanny', ['open' => false]);
		self::assertNull($read());
	}

	public function testTheListHasPagesAndKeepsWhatWasChosen(): void {
		foreach (range(1, 21) as $i) {
			$this->kernel->resetLimits();
			$this->days(1);
			$this->show($this->publish('odile', ['title' => "Annonce $i", 'kind' => 'need'])['id']);
		}
		$first = $this->page('public/notices?facet[kind][]=need')->body;
		self::assertSame(20, substr_count($first, '>Annonce '));
		self::assertSame(1, preg_match('~href="/(?:index\.php/)?apps/reseau/(public/notices\?[^"]*)" rel="next"~', $first, $next), $first);
		$second = $this->page(html_entity_decode($next[1]))->body;
		self::assertStringContainsString('>Annonce 1<', $second);
		self::assertStringContainsString('value="need" checked', $second);
		self::assertStringContainsString('Tout voir', $this->page('public')->body);
		$body = $this->page('public/notices?' . http_build_query(['q' => 'Zoé', 'facet' => ['kind' => ['need']], 'cursor' => 'wrong']))->body;
		self::assertStringContainsString('value="Zoé"', $body, 'what was typed is not lost');
		self::assertStringContainsString('value="need" checked', $body);
		self::assertStringContainsString('Aucune annonce ici.', $this->page('public/notices?q=Zo%C3%A9')->body);
		self::assertStringContainsString('Aucun résultat pour « anonce » ; voici « Annonce »', $this->page('public/notices?q=anonce')->body);
	}

	public function assertGone(int $id): void {
		$nothing = $this->page('public/notices/999999')->body;
		self::assertSame([404, $nothing], [$this->page("public/notices/$id")->status, $this->page("public/notices/$id")->body]);
		foreach (['public', 'public/notices', 'public/notices?q=pressoir', 'public/data/notices.atom', 'public/data/notices.jsonld', 'public/data/profiles.json'] as $list) {
			self::assertStringNotContainsString("/public/notices/$id", $this->page($list)->body, $list);
		}
		self::assertSame(404, $this->page("public/notices/$id/profile.json")->status);
	}

	/**
	 * @param array<string, string> $agreed
	 * @return array<string, mixed>
	 */
	private function show(int $id, string $uid = 'odile', bool $shown = true, array $agreed = []): array {
		return $this->data('PUT', "/notices/$id/showcase", $uid, ['shown' => $shown] + $agreed);
	}

	private function page(string $page): Reply {
		$reply = $this->kernel->request('GET', "/index.php/apps/reseau/$page");
		self::assertNull($reply->error, (string)$reply->error?->getMessage());
		return $reply;
	}

	/** @return list<array{string, ?string}> what was recorded about notices, and the author */
	private function recorded(string $card): array {
		$entries = array_filter($this->kernel->get(Ledger::class)->ofMember($this->cards[$card]), static fn (Consent $one): bool => str_starts_with($one->getWhat(), 'showcase_notice'));
		return array_map(static fn (Consent $one): array => [$one->getWhat(), $one->getByUid()], array_values($entries));
	}
}
