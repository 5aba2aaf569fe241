<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use Closure;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Library\AnonymousAuthors;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Message\PartyMapper;
use OCA\Reseau\Message\Side;
use OCA\Reseau\Notice\ThanksMapper;
use Sandbox\Service\Deck;
use Sandbox\Service\Tree;

/** What is hidden in the network of WorldTestCase, who sees it all the same, and how it changes. A new hidden thing is one more of these. */
trait HidesThings {
	/** @return list<Hidden> */
	protected function hiddenThings(): array {
		return [...$this->hiddenOnCards(), ...$this->hiddenOfPeople(), ...$this->hiddenInGroups(), ...$this->hiddenNotices(), ...$this->hiddenOfFiles(), ...$this->hiddenAuthors(), ...$this->hiddenSubscriptions(), ...$this->hiddenOfFacilitators()];
	}

	/** @return list<Hidden> */
	private function hiddenOnCards(): array {
		$owner = "GET /members/{$this->cards['owner']}";
		$kept = "GET /members/{$this->cards['kept']}";
		$inEau = static fn (string $surface): array => array_fill_keys(['owner', 'mate', 'guide', 'paused'], $surface);
		$own = fn (string $uid, array $changes): Closure => fn () => $this->data('PUT', '/members/me', $uid, ['version' => $this->version($uid, $uid)] + $changes);
		$keeps = fn (string $card, array $changes): Closure => fn () => $this->data('PUT', "/members/{$this->cards[$card]}", 'keeper', ['version' => $this->version($card, 'keeper')] + $changes);
		$contact = $this->parts('', self::BEFORE)['contact'];
		$everything = static fn (array $parts): array => array_diff_key($parts, ['audience' => 0]);
		return [
			new Hidden('the parts of a card for oneself', ['owner' => $owner], $own('owner', $this->partsForMe(self::AFTER))),
			new Hidden('the parts of a card for one’s groups', $inEau($owner), $own('owner', $this->partsForGroups(self::AFTER))),
			new Hidden('a telephone number for oneself', ['owner' => $owner], $own('owner', ['contact' => ['phone' => '04 68 00 00 02'] + $contact])),
			new Hidden('ways to reach a person, for their groups', $inEau($owner), $own('owner', ['contact' => $this->parts('', self::AFTER)['contact']])),
			new Hidden('a part for oneself emptied', ['owner' => $owner], $own('owner', ['skills' => []])),
			new Hidden('who may see an empty part', ['owner' => $owner], $own('owner', ['audience' => ['organisation' => 'groups']])),
			new Hidden('the parts of a kept card for its person', ['keeper' => $kept], $keeps('kept', $this->partsForMe(self::AFTER))),
			new Hidden('the parts of a kept card for its person’s groups', ['keeper' => $kept] + $inEau($kept), $keeps('kept', $this->partsForGroups(self::AFTER))),
			new Hidden('a draft', ['keeper' => "GET /members/{$this->cards['draft']}", 'guest' => 'GET /consent/{token}'], $keeps('draft', $everything($this->parts('Autre', self::AFTER)))),
			new Hidden('a withdrawn card', ['keeper' => "GET /members/{$this->cards['withdrawn']}"], $keeps('withdrawn', $everything($this->parts('Autre', self::AFTER)))),
			new Hidden('a paused card', ['paused' => 'GET /members/me'], $own('paused', $everything($this->parts('Autre', self::AFTER)))),
		];
	}

	/** @return list<Hidden> */
	private function hiddenOfPeople(): array {
		$kept = $this->cards['kept'];
		$export = ['keeper' => "GET /members/$kept/export"];
		return [
			new Hidden('how a person agreed', $export + ['fanny' => 'GET /consents'], fn () => $this->data('POST', "/members/$kept/consent", 'keeper', ['date' => '2026-11-21', 'how' => self::AFTER])),
			new Hidden('that a card is still true', ['keeper' => "GET /members/{$this->cards['due']}"], fn () => $this->data('POST', "/members/{$this->cards['due']}/confirm", 'keeper')),
			new Hidden('a link that hands a card over', $export + ['guest' => 'GET /card/{token}'], fn () => $this->data('DELETE', "/members/$kept/claim-link", 'keeper')),
			new Hidden('a draft’s person asked by mail', ['keeper' => "GET /members/{$this->cards['draft']}", 'guest' => 'GET /consent/{token}'], fn () => $this->data('DELETE', "/members/{$this->cards['draft']}/consent-mail", 'keeper')),
			new Hidden('the name a card has in files', ['keeper' => "GET /members/$kept"], function () use ($kept): void {
				$card = $this->kernel->get(MemberMapper::class)->findById($kept);
				$card->setRef(self::AFTER);
				$this->kernel->get(MemberStore::class)->update($card);
			}),
			new Hidden('a kept search', ['owner' => 'GET /searches'], function (): void {
				$this->data('PUT', "/searches/{$this->things['search']}", 'owner', ['name' => self::AFTER]);
				$this->data('POST', '/searches', 'owner', ['name' => 'Une autre', 'q' => self::AFTER], 201);
			}),
			new Hidden('a person who is not to be suggested', ['owner' => 'GET /matches'], fn () => $this->data('POST', "/matches/{$this->cards['member']}/decline", 'owner', [])),
			new Hidden('the address of a calendar', ['owner' => 'GET /calendar/addresses', 'guest' => 'GET /calendar/{token}.ics'], fn () => $this->data('DELETE', '/calendar/addresses/0', 'owner')),
			new Hidden('how one is notified', ['owner' => 'GET /notified', 'guest' => 'GET /mails/{token}'], fn () => $this->data('PUT', '/notified', 'owner', ['kind' => 'engagement', 'timing' => 'never'])),
			new Hidden('an accepted charter', ['owner' => 'GET /charter', 'fanny' => 'GET /consents', 'guide' => "GET /groups/{$this->groups['eau']}/charter-acceptances"], fn () => $this->data('PUT', '/charter/acceptance', 'owner', ['version' => 1])),
			...$this->hiddenInConversations(),
			...$this->hiddenInIntroductions(),
			new Hidden('a dismissed beginning', ['admin' => 'GET /home'], fn () => $this->data('PUT', '/beginning', 'admin', ['away' => true])),
		];
	}

	/** @return list<Hidden> */
	private function hiddenInConversations(): array {
		['talk' => $talk, 'carried' => $carried, 'mailed' => $mailed] = $this->things;
		$both = static fn (string $one, string $other, int $id): array => array_fill_keys([$one, $other], "GET /conversations/$id");
		$write = fn (string $uid, int $id, string $key): Closure => fn () => $this->data('POST', "/conversations/$id/messages", $uid, ['text' => 'Parlons de ' . self::AFTER, 'key' => $key], 201);
		return [
			new Hidden('a message', $both('member', 'owner', $talk), $write('owner', $talk, 'another-key')),
			new Hidden('a message for a person whose card another keeps', $both('member', 'keeper', $carried), $write('keeper', $carried, 'a-third-key')),
			new Hidden('a message by mail', ['guest' => 'GET /reply/{token}'] + $both('member', 'keeper', $mailed), $write('member', $mailed, 'a-fourth-key')),
			new Hidden('a message to all people of a group', array_fill_keys(['mate', 'owner', 'guide', 'keeper'], 'GET /conversations'), fn () => $this->data('POST', "/groups/{$this->groups['eau']}/conversations", 'mate', ['text' => 'Parlons de ' . self::AFTER, 'to' => 'people', 'key' => 'a-group-key'], 201)),
			new Hidden('a muted conversation', ['owner' => "GET /conversations/$talk"], fn () => $this->data('PUT', "/conversations/$talk/mute", 'owner', ['muted' => true])),
			new Hidden('a conversation that was read', ['owner' => "GET /conversations/$talk"], fn () => $this->data('PUT', "/conversations/$talk/read", 'owner', ['upTo' => 1])),
		];
	}

	/** @return list<Hidden> */
	private function hiddenInIntroductions(): array {
		['proposal' => $proposal, 'asked' => $asked] = $this->things;
		$both = static fn (string ...$two): array => array_fill_keys($two, 'GET /introductions');
		return [
			new Hidden('a proposal to meet', $both('member', 'mate'), fn () => $this->data('POST', "/matches/{$this->cards['mate']}/introduction", 'member', ['mediated' => true], 201)),
			new Hidden('a silent no to it', $both('owner'), fn () => $this->data('POST', "/matches/{$this->cards['mate']}/decline", 'owner', [])),
			new Hidden('that two agreed to meet', $both('mate', 'owner'), fn () => $this->ask('POST', "/introductions/$proposal/accept", 'owner')),
			new Hidden('that two asked a facilitator', ['fanny' => 'GET /mediations'] + $both('guide', 'keeper'), fn () => $this->data('POST', "/introductions/$asked/accept", 'keeper')),
		];
	}

	/** @return list<Hidden> */
	private function hiddenInGroups(): array {
		[$eau, $haies, $sols] = [$this->groups['eau'], $this->groups['haies'], $this->groups['sols']];
		$inEau = static fn (string $surface): array => array_fill_keys(['owner', 'mate', 'guide', 'paused'], $surface);
		// For the person, who has no address.
		$onTheSheet = "GET /members/{$this->cards['kept']}/call-sheet";
		return [
			new Hidden('an engagement', $inEau("GET /groups/$eau/roster"), fn () => $this->data('PUT', "/groups/$eau/membership", 'mate', ['commitment' => 'Les citernes', 'hours' => self::AFTER, 'limits' => self::AFTER, 'until' => '2027-01-01'])),
			new Hidden('a word at leaving', $inEau("GET /groups/$eau/roster") + ['fanny' => "GET /groups/$eau"], fn () => $this->membership('eau', 'fanny', static fn ($membership) => $membership->setExitNote(self::AFTER))),
			new Hidden('where a group talks', $inEau("GET /groups/$eau"), fn () => $this->data('PUT', "/groups/$eau", 'guide', ['version' => $this->data('GET', "/groups/$eau", 'guide')['version'], 'channel' => ['kind' => 'mail', 'value' => self::AFTER . '@example.org']])),
			new Hidden('where a group’s folder is', $inEau("GET /groups/$eau"), fn () => $this->make(['folderPath' => '/' . self::AFTER])),
			new Hidden('the notes of a making', ['guide' => "GET /groups/$eau"], fn () => $this->make(['note' => self::AFTER, 'model' => self::AFTER])),
			new Hidden('an invitation', ['keeper' => "GET /groups/$haies", 'guide' => "GET /groups/$haies/roster"], fn () => $this->data('POST', "/groups/$haies/invitations", 'guide', ['memberId' => $this->cards['keeper']])),
			new Hidden('an invitation of a person whose card another keeps', array_fill_keys(['guide', 'keeper'], "GET /groups/$haies/roster"), fn () => $this->data('POST', "/groups/$haies/people", 'guide', ['memberId' => $this->cards['kept'], 'commitment' => self::AFTER], 201)),
			new Hidden('a request', ['mate' => "GET /groups/$sols", 'keeper' => "GET /groups/$sols"], fn () => $this->data('POST', "/groups/$sols/join", 'mate', ['commitment' => self::AFTER])),
			new Hidden('a person asked by mail', ['guide' => "GET /groups/$eau/asks"], fn () => $this->data('POST', "/groups/$eau/asks", 'guide', ['people' => [['key' => 'b', 'name' => 'Une Autre', 'email' => self::AFTER . '@example.org', 'note' => self::AFTER]]])),
			new Hidden('a meeting', $inEau("GET /groups/$eau/meetings") + ['keeper' => $onTheSheet, 'guest' => 'GET /calendar/{token}.ics'], fn () => $this->data('PUT', "/groups/$eau/meetings/{$this->things['meeting']}", 'guide', ['version' => 1] + $this->meeting(self::AFTER))),
			new Hidden('that a meeting is cancelled', $inEau('GET /calendar') + ['keeper' => $onTheSheet, 'guest' => 'GET /calendar/{token}.ics'], function () use ($eau): void {
				$version = $this->data('GET', "/groups/$eau/meetings", 'guide')['meetings'][0]['version'];
				$this->data('DELETE', "/groups/$eau/meetings/{$this->things['meeting']}?version=$version", 'guide');
			}),
			new Hidden('a card of a board', array_fill_keys(['owner', 'mate', 'guide'], "GET /neighbourhood/member/{$this->cards['mate']}"), function (): void {
				$deck = $this->kernel->get(Deck::class)->for('guide');
				$card = $deck->createCard($deck->stacks($this->things['board'], false)[0]['id'], ['title' => 'Vider ' . self::AFTER])['id'];
				$deck->assign($card, 'mate');
			}),
			new Hidden('a card of a board that is due', array_fill_keys(['owner', 'mate', 'guide'], 'GET /news'), function (): void {
				$deck = $this->kernel->get(Deck::class)->for('guide');
				$deck->createCard($deck->stacks($this->things['board'], false)[0]['id'], ['title' => 'Rendre ' . self::AFTER, 'duedate' => date('c', self::NOON + 86400)]);
			}),
		];
	}

	/** @return list<Hidden> */
	private function hiddenNotices(): array {
		['eau' => $eau, 'kept' => $kept, 'paused' => $paused, 'done' => $done, 'shown' => $shown] = $this->notices;
		$words = ['title' => 'Une bordure ' . self::AFTER, 'text' => 'Avec ' . self::ONLY_HIDDEN[self::AFTER], 'kind' => 'need', 'mode' => 'gift', 'terms' => ['permaculture'], 'territories' => [['code' => '31', 'kind' => 'departement', 'name' => '']]];
		$change = fn (string $uid, int $id): Closure => fn () => $this->data('PUT', "/notices/$id", $uid, ['version' => $this->data('GET', "/notices/$id", $uid)['version']] + $words);
		$passing = "GET /members/{$this->cards['reached']}/notices/{$this->notices['ending']}";
		return [
			new Hidden('a notice for one group', array_fill_keys(['owner', 'mate', 'guide', 'paused'], "GET /notices/$eau"), $change('owner', $eau)),
			new Hidden('a notice for one group, of a person whose card another keeps', array_fill_keys(['keeper', 'owner', 'mate', 'guide', 'paused'], "GET /notices/$kept"), $change('keeper', $kept)),
			new Hidden('a notice of a person whose card is paused', ['paused' => "GET /notices/$paused"], $change('paused', $paused)),
			new Hidden('that a notice for one group is done', array_fill_keys(['keeper', 'owner', 'mate', 'guide', 'paused'], "GET /notices/$kept"), fn () => $this->data('PUT', "/notices/$kept/closing", 'keeper', ['outcome' => self::AFTER, 'thanks' => [$this->cards['member']]])),
			new Hidden('that a hidden person is thanked', ['paused' => "GET /notices/$done"], fn () => $this->kernel->get(ThanksMapper::class)->deleteBy('member_id', $this->cards['paused'])),
			new Hidden('until when a notice is open', ['mate' => "GET /notices/$shown"], fn () => $this->data('POST', "/notices/$shown/renewal", 'mate', ['until' => '2027-05-01'])),
			new Hidden('that a notice was sent by mail', ['keeper' => $passing], fn () => $this->pass('ending')),
			new Hidden('that a person wants no more notices by mail', ['keeper' => $passing, 'fanny' => 'GET /consents', 'guest' => 'GET /passed/{token}'], fn () => $this->post(['answer' => 'stop'])),
			new Hidden('an answer by mail', ['keeper' => 'GET /conversations', 'mate' => 'GET /conversations', 'guest' => 'GET /passed/{token}'], fn () => $this->post(['answer' => 'send', 'text' => self::AFTER, 'key' => 'a-sixth-key'])),
			new Hidden('a message about a notice', array_fill_keys(['mate', 'member'], "GET /conversations/{$this->things['about']}"), fn () => $this->data('POST', "/conversations/{$this->things['about']}/messages", 'mate', ['text' => self::AFTER, 'key' => 'a-fifth-key'], 201)),
		];
	}

	/** @param array<string, string> $answer on the page of the notice that was sent by mail */
	private function post(array $answer): void {
		$reply = $this->kernel->request('POST', "/index.php/apps/reseau/passed/{$this->tokens['passed']}", null, http_build_query($answer), ['content-type' => 'application/x-www-form-urlencoded']);
		self::assertSame(200, $reply->status);
	}

	/** @return list<Hidden> */
	private function hiddenOfFiles(): array {
		['atelier' => $atelier, 'brouillon' => $draft, 'prive' => $private, 'ancien' => $old, 'manifeste' => $manifesto] = $this->files;
		$change = fn (int $file, array $words): Closure => fn () => $this->data('PUT', "/sheets/$file", 'owner', ['version' => $this->data('GET', "/sheets/$file", 'owner')['version']] + $words);
		return [
			new Hidden('a draft of a sheet', ['owner' => "GET /sheets/$draft"], $change($draft, ['title' => 'Brouillon ' . self::AFTER, 'summary' => self::ONLY_HIDDEN[self::AFTER], 'terms' => ['permaculture']])),
			new Hidden('the sheet of a file for some', ['owner' => "GET /sheets/$private", 'mate' => "GET /sheets/$private"], $change($private, ['title' => 'Privé ' . self::AFTER, 'summary' => self::ONLY_HIDDEN[self::AFTER], 'learnt' => self::AFTER, 'terms' => ['permaculture']])),
			new Hidden('an author who is hidden', ['owner' => "GET /sheets/$atelier", 'paused' => "GET /sheets/$atelier"], function () use ($atelier): void {
				$this->kernel->clock->stopAt(self::NOON + 86400);
				$this->data('PUT', "/sheets/$atelier", 'paused', ['version' => $this->data('GET', "/sheets/$atelier", 'paused')['version'], 'authors' => [$this->cards['owner'], $this->cards['paused']]]);
				$this->kernel->clock->stopAt(self::NOON + 3600);
			}),
			new Hidden('what a hidden person says of a sheet', ['paused' => "GET /sheets/$manifesto"], fn () => $this->data('PUT', "/sheets/$manifesto/evaluation", 'paused', ['standpoint' => self::AFTER, 'answers' => ['helps' => self::AFTER]])),
			new Hidden('the signature of a hidden person', ['paused' => "GET /sheets/$manifesto/signatures"], fn () => $this->withdraw($manifesto, 'paused')),
			new Hidden('a signature under a draft', ['member' => "GET /sheets/$old/signatures", 'owner' => "GET /sheets/$old"], fn () => $this->withdraw($old, 'member')),
			new Hidden('who was asked to sign', ['fanny' => "GET /sheets/$manifesto/signatures"], fn () => $this->data('POST', "/sheets/$manifesto/signatures/mail", 'fanny', ['name' => 'Une Autre', 'email' => self::AFTER . '@example.org'], 201)),
			new Hidden('a file of one’s own', ['owner' => "GET /neighbourhood/file/{$this->files['own']}"], fn () => $this->kernel->get(Tree::class)->move('owner', '/Journal ' . self::BEFORE . '.md', '/Journal ' . self::AFTER . '.md')),
			new Hidden('a link of a draft', ['keeper' => "GET /neighbourhood/group/{$this->groups['eau']}"], fn () => $this->data('POST', '/links', 'keeper', [
				'a' => ['type' => 'member', 'id' => (string)$this->cards['draft']], 'relation' => 'carries', 'b' => ['type' => 'group', 'id' => (string)$this->groups['eau']],
			], 201)),
		];
	}

	/**
	 * The author of an anonymous sheet: the owner of the file, or another person, and all that has happened since happened to them.
	 *
	 * @return list<Hidden>
	 */
	private function hiddenAuthors(): array {
		['unnamed' => $talk] = $this->things;
		return [
			new Hidden('who wrote an anonymous sheet and answers as its author', array_fill_keys(['owner', 'mate'], "GET /conversations/$talk"), function () use ($talk): void {
				$this->kernel->get(AnonymousAuthors::class)->move($this->cards['owner'], $this->cards['mate']);
				$parties = $this->kernel->get(PartyMapper::class);
				foreach ($parties->findOf([$talk]) as $party) {
					if ($party->side() === Side::To) {
						$party->setMemberId($this->cards['mate']);
						$parties->update($party);
					}
				}
			}),
		];
	}

	/** @return list<Hidden> */
	private function hiddenSubscriptions(): array {
		['kept' => $kept, 'reached' => $reached] = $this->cards;
		$sheet = "GET /members/$kept/call-sheet";
		$wish = fn (int $card, bool $wants, string $how): Closure => fn () => $this->data('PUT', "/members/$card/letter", 'keeper', ['wants' => $wants, 'date' => '2026-11-21', 'how' => $how]);
		$listed = ['fanny' => 'GET /subscribers'];
		return [
			new Hidden('that a person no longer gets the letter', ['owner' => 'GET /subscription'] + $listed, fn () => $this->data('PUT', '/subscription', 'owner', ['wants' => false])),
			new Hidden('that a person who was not asked does not want it', ['mate' => 'GET /subscription'] + $listed, fn () => $this->data('PUT', '/subscription', 'mate', ['wants' => false])),
			new Hidden('that the person of a kept card wants it no more', ['keeper' => $sheet, 'fanny' => 'GET /subscribers?state=off'], $wish($kept, false, self::AFTER)),
			new Hidden('how another person gave it', ['keeper' => "GET /members/$reached/call-sheet", 'fanny' => 'GET /consents', 'guest' => 'GET /own/{token}'], $wish($reached, true, self::AFTER)),
			new Hidden('that the person of a draft wants it', ['keeper' => "GET /members/{$this->cards['draft']}/call-sheet"], $wish($this->cards['draft'], true, self::AFTER)),
			new Hidden('that an address gets it no more', $listed + ['guest' => 'GET /leave/{token}'], fn () => $this->data('PUT', "/subscribers/{$this->things['subscriber']}", 'fanny', ['wants' => false, 'date' => '2026-11-21', 'how' => self::AFTER])),
			new Hidden('an address', $listed, fn () => $this->data('POST', '/subscribers/import', 'fanny', ['rows' => [['position' => 1, 'address' => self::AFTER . '@example.org', 'name' => self::AFTER, 'date' => '2026-11-20', 'how' => self::AFTER]]])),
			new Hidden('that an address was asked', $listed, fn () => $this->subscribe(self::AFTER . '@example.org')),
			new Hidden('what a person answered on the telephone', ['keeper' => $sheet], fn () => $this->call('kept', self::AFTER)),
			new Hidden('what a person who reads mail answered', ['keeper' => "GET /members/$reached/call-sheet"], fn () => $this->call('reached', self::AFTER)),
		];
	}

	/** @return list<Hidden> */
	private function hiddenOfFacilitators(): array {
		return [
			new Hidden('an import', ['fanny' => 'GET /imports'], fn () => $this->data('POST', "/imports/{$this->things['import']}/rows", 'fanny', ['rows' => [['position' => 1, 'row' => ['name' => '']]]])),
			new Hidden('a session', ['fanny' => 'GET /calendar'], fn () => $this->data('PUT', "/sessions/{$this->things['session']}", 'fanny', ['title' => 'Séance ' . self::AFTER, 'place' => self::AFTER, 'day' => '2026-12-12', 'version' => $this->data('GET', "/sessions/{$this->things['session']}", 'fanny')['version']])),
			new Hidden('what was said in a session', ['fanny' => "GET /sessions/{$this->things['session']}"], fn () => $this->data('PUT', "/sessions/{$this->things['session']}/rows/{$this->things['session row']}", 'fanny', ['version' => 1, 'kind' => 'need', 'text' => 'Un ' . self::AFTER, 'terms' => []])),
			new Hidden('that a person does not publish what they said', ['owner' => 'GET /said'], fn () => $this->data('DELETE', "/said/{$this->things['ended row']}", 'owner')),
			new Hidden('minutes', ['fanny' => 'GET /minutes'], fn () => $this->data('PUT', "/minutes/{$this->things['minutes']}", 'fanny', ['version' => 1, 'title' => self::AFTER])),
			new Hidden('minutes of a meeting of a group', ['guide' => "GET /groups/{$this->groups['eau']}/minutes/{$this->things['brought']}"], fn () => $this->data('PUT', "/groups/{$this->groups['eau']}/minutes/{$this->things['brought']}", 'guide', ['version' => 1, 'runner' => 'r', 'plan' => '{"cards":["' . self::AFTER . '"]}', 'last' => true])),
			new Hidden('a draft of a letter', ['fanny' => "GET /letters/{$this->things['letter']}"], fn () => $this->data('PUT', "/letters/{$this->things['letter']}", 'fanny', ['version' => 2, 'title' => self::AFTER, 'language' => 'fr', 'editorial' => '', 'items' => [], 'picture' => null])),
			new Hidden('that nobody has answered a visitor', ['guide' => 'GET /enquiries'], fn () => $this->data('POST', "/enquiries/{$this->things['enquiry']}/answer", 'guide', ['text' => self::AFTER, 'named' => true])),
			new Hidden('that a visitor wrote and has not sent it', ['guest' => 'GET /write/{token}'], fn () => $this->page("write/{$this->tokens['write']}", ['answer' => 'delete'])),
			new Hidden('a draft of minutes', ['fanny' => "GET /minutes/drafts/{$this->things['draft']}"], fn () => $this->data('PUT', "/minutes/drafts/{$this->things['draft']}", 'fanny', ['version' => 1, 'content' => self::AFTER])),
		];
	}

	/** There is no act that changes it alone. */
	private function membership(string $group, string $card, Closure $change): void {
		$mapper = $this->kernel->get(MembershipMapper::class);
		$membership = $mapper->find($this->groups[$group], $this->cards[$card]);
		$change($membership);
		$mapper->update($membership);
	}

	/** @param array<string, mixed> $changes */
	private function make(array $changes): void {
		$eau = $this->groups['eau'];
		$this->data('POST', "/groups/$eau/making/lease", 'guide', ['runner' => 'r']);
		$this->data('PUT', "/groups/$eau/making", 'guide', ['runner' => 'r', 'step' => 'done'] + $changes);
	}

	private function withdraw(int $file, string $uid): void {
		foreach ($this->data('GET', "/sheets/$file/signatures", $uid) as $signature) {
			if ($signature['member'] === $this->cards[$uid]) {
				$this->data('DELETE', "/sheets/$file/signatures/{$signature['id']}", $uid);
			}
		}
	}
}
