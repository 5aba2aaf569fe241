<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use OCA\Reseau\Delivery\MailLinks;
use OCA\Reseau\Delivery\RecipientMapper;
use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\GroupStore;
use OCA\Reseau\Letter\OnlineLinks;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Library\SheetStore;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Card\MemberStore;
use OCA\Reseau\Notice\EndingNotices;
use OCA\Reseau\Notice\NoticeMapper;
use OCA\Reseau\Notice\NoticeStore;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Statement;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use OCP\IUserManager;
use Sandbox\Kernel\Router;

/** A network that holds one of everything an endpoint can be asked about, and twenty people who may do everything in it. */
abstract class StageTestCase extends NetworkTestCase {
	protected const PEOPLE = 20;

	/** Days before the tests' own on which some mails were sent, so that they may be sent again. */
	private const LATELY = 8;

	/** @var array<string, int|string> what the examples name, see stage() */
	protected array $things = [];

	/** @return array<string, Endpoint> */
	protected function endpoints(): array {
		return Endpoint::all($this->kernel->get(Router::class));
	}

	/** One of the twenty; the first one created what belongs to an account. */
	protected static function person(int $n): string {
		return sprintf('crowd%02d', $n);
	}

	/** An account without a card. */
	protected static function newcomer(int $n): string {
		return sprintf('fresh%02d', $n);
	}

	protected function stage(): void {
		$this->kernel->config['sandbox.apps'] = 'circles,deck,spreed';
		$now = $this->kernel->clock->getTime();
		foreach (['linh', 'noe', 'odile'] as $uid) {
			$this->account($uid);
			$this->things[$uid] = $this->card($uid, ['name' => ucfirst($uid)])['id'];
		}
		$this->account('nobody-yet');
		$crowd = [];
		foreach (range(0, static::PEOPLE - 1) as $n) {
			$this->account(self::newcomer($n));
			$this->account(self::person($n), [Network::FACILITATORS_GROUP, 'admin']);
			$crowd[] = $this->card(self::person($n), $n === 0 ? self::fullCard('c', Audience::Members) : ['name' => "Crowd $n"]);
		}
		// A home is made when it is first asked for.
		array_map($this->kernel->get(IRootFolder::class)->getUserFolder(...), ['nobody-yet', 'linh', 'noe', 'odile', ...array_map(self::person(...), range(0, static::PEOPLE - 1)), ...array_map(self::newcomer(...), range(0, static::PEOPLE - 1))]);
		$this->things['mine'] = $crowd[0]['id'];
		$this->things['mineVersion'] = $crowd[0]['version'];
		$kept = fn (string $name): array => $this->keptCard(self::person(0), ['name' => $name, 'contact' => ['email' => strtolower($name) . '@example.org', 'phone' => '0102030405']]);
		foreach (['Kept', 'Inside', 'Outside', 'Invited', 'Claimed'] as $name) {
			$card = $kept($name);
			$this->things[strtolower($name)] = $card['id'];
			$this->data('PUT', "/members/{$card['id']}/steward", self::person(0), ['uid' => null]);
		}
		$this->things['keptVersion'] = $this->data('GET', "/members/{$this->things['kept']}", self::person(0))['version'];
		$this->things['token'] = basename($this->data('POST', "/members/{$this->things['claimed']}/claim-link", self::person(0), [], 201)['url']);
		foreach (['draft', 'asked', 'answering', 'reachable'] as $draft) {
			$this->things[$draft] = $this->data('POST', '/members', self::person(0), ['name' => ucfirst($draft), 'contact' => ['email' => "$draft@example.org"]], 201)['id'];
		}
		$this->kernel->clock->stopAt($now - self::LATELY * 86400);
		$this->data('POST', "/members/{$this->things['asked']}/consent-mail", self::person(0), null, 201);
		$this->data('POST', "/members/{$this->things['answering']}/consent-mail", self::person(0), null, 201);
		$this->things['consent'] = $this->tokenOfMail('consent');
		$this->kernel->clock->stopAt($now);
		$this->data('POST', "/members/{$this->things['reachable']}/consent-mail", self::person(0), null, 201);
		$this->kernel->request('POST', '/index.php/apps/reseau/consent/' . $this->tokenOfMail('consent'), null, 'answer=accept&version=1', ['content-type' => 'application/x-www-form-urlencoded']);
		foreach (['draft', 'asked', 'answering', 'reachable'] as $draft) {
			$this->data('PUT', "/members/{$this->things[$draft]}/steward", self::person(0), ['uid' => null]);
		}
		$this->kernel->get(Charters::class)->write('Tenir parole.', 0);
		$this->someGroups($crowd, $now);
		$this->someWords();
		$this->someLibrary();
		$this->things['search'] = $this->data('POST', '/searches', self::person(0), ['name' => 'Eau', 'q' => 'eau'], 201)['id'];
		$this->things['import'] = $this->data('POST', '/imports', self::person(0), ['hash' => str_repeat('a', 64), 'total' => 3, 'mapping' => '{}', 'answers' => '{}'], 201)['import']['id'];
		$this->data('POST', "/imports/{$this->things['import']}/rows", self::person(0), ['rows' => [['position' => 1, 'row' => ['name' => 'Première Importée', 'contact' => ['email' => 'premiere@example.org']]]]]);
		$this->things['minutes'] = $this->data('POST', '/minutes', self::person(0), ['hash' => str_repeat('a', 64), 'title' => 'Rencontre', 'plan' => '{"groups":[]}'], 201)['id'];
		$this->things['minutesDraft'] = $this->data('POST', '/minutes/drafts', self::person(0), ['key' => 'first-draft', 'name' => 'Rencontre.txt', 'content' => 'Du texte'], 201)['id'];
		$ends = ['a' => ['type' => 'member', 'id' => (string)$this->things['kept']], 'b' => ['type' => 'group', 'id' => (string)$this->things['group']]];
		$this->things['link'] = $this->data('POST', '/links', self::person(0), $ends + ['relation' => 'carries'], 201)['id'];
		$this->someMessages();
		$this->someNotices();
		$this->someIntroductions();
		$this->someSessions();
		$this->someSubscribers();
		$this->someLetters();
		$this->someOthers();
		$this->someShowcase();
		$this->someEnquiries();
		$this->kernel->resetLimits();
	}

	/** A person, a group, a sheet and a notice that anyone may see; their versions stay as they are. */
	private function someShowcase(): void {
		$network = $this->kernel->get(Network::class);
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$member = $this->kernel->get(MemberMapper::class)->findById((int)$this->things['linh']);
		$member?->setShowcased(true);
		$this->kernel->get(MemberStore::class)->update($member);
		$group = $this->kernel->get(GroupMapper::class)->findById((int)$this->things['group']);
		$group?->setShowcased(true);
		$this->kernel->get(GroupStore::class)->update($group);
		$sheet = $this->kernel->get(SheetMapper::class)->findByFile((int)$this->things['file']);
		$sheet?->setShowcased(true);
		$this->kernel->get(SheetStore::class)->update($sheet);
		$notice = $this->kernel->get(NoticeMapper::class)->find((int)$this->things['notice']);
		$notice?->setShowcased(true);
		$notice?->setVersion($notice->getVersion() - 1);
		$this->kernel->get(NoticeStore::class)->update($notice);
	}

	/** To the group that the twenty facilitate: one that a visitor sent, and one that waits for its link. */
	private function someEnquiries(): void {
		$page = fn (string $path, array $body): mixed => $this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
		foreach (['sent', 'waiting'] as $n => $name) {
			$page("public/write/group/{$this->things['group']}", ['name' => 'Zoé Alric', 'email' => "$name@example.org", 'text' => 'Puis-je venir ?']);
			$this->things['writeToken'] = $this->tokenOfMail('write');
			$n > 0 || $page("write/{$this->things['writeToken']}", ['answer' => 'send']);
		}
		$this->things['enquiry'] = $this->data('GET', '/enquiries', self::person(0))['enquiries'][0]['id'];
	}

	/** One who has confirmed, one who was asked, and a card that the twenty keep together, with a link to its own page. */
	private function someSubscribers(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$page = fn (string $path, array $body): mixed => $this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
		$page('subscribe', ['email' => 'subscribed@example.org', 'name' => 'Subscribed']);
		$this->things['letterToken'] = $this->tokenOfMail('subscribe');
		$page("subscribe/{$this->things['letterToken']}", ['answer' => 'confirm', 'name' => 'Subscribed']);
		$page('subscribe', ['email' => 'to.confirm@example.org', 'name' => 'To confirm']);
		$this->things['subscribeToken'] = $this->tokenOfMail('subscribe');
		$now = $this->kernel->clock->getTime();
		$this->kernel->clock->stopAt($now - self::LATELY * 86400);
		$page('own', ['email' => 'reachable@example.org']);
		$this->things['ownToken'] = $this->tokenOfMail('own');
		$this->kernel->clock->stopAt($now);
		$this->kernel->get(LetterChoices::class)->ofCard((int)$this->things['kept'], true, Statement::reported('Au téléphone', '2026-11-20', self::person(0)));
		$this->things['subscriber'] = $this->data('POST', '/subscribers/at', self::person(0), ['address' => 'subscribed@example.org'])['subscribers'][0]['id'];
		$this->things['call'] = $this->data('POST', "/members/{$this->things['kept']}/calls", self::person(0), ['day' => '2026-11-20', 'how' => 'phone', 'note' => 'Elle rappelle.', 'key' => 'a-first-call'], 201)['calls'][0]['id'];
	}

	/** Another of each: a request about one leaves it as it is. */
	private function someOthers(): void {
		$this->data('POST', '/searches', self::person(1), ['name' => 'Four', 'q' => 'four'], 201);
		$this->data('POST', "/members/{$this->things['inside']}/claim-link", self::person(0), [], 201);
		$this->data('PUT', "/sheets/{$this->things['file']}/evaluation", 'linh', ['standpoint' => 'Voisin', 'answers' => ['hinders' => 'Le bruit']]);
		$import = $this->data('POST', '/imports', self::person(1), ['hash' => str_repeat('c', 64), 'total' => 1, 'mapping' => '{}', 'answers' => '{}'], 201)['import']['id'];
		$this->data('POST', "/imports/$import/rows", self::person(1), ['rows' => [['position' => 1, 'row' => ['name' => 'Deuxième Importée', 'contact' => ['email' => 'deuxieme@example.org']]]]]);
		$this->data('POST', '/links', 'odile', ['a' => ['type' => 'member', 'id' => (string)$this->things['odile']], 'b' => ['type' => 'group', 'id' => (string)$this->things['open']], 'relation' => 'carries'], 201);
	}

	/** To a card that the twenty keep together; of their answer the mail was not sent. */
	private function someMessages(): void {
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('no address');
		$this->things['conversation'] = $this->data('POST', "/members/{$this->things['kept']}/conversations", 'odile', ['text' => 'La grange est-elle libre ?', 'key' => 'first-message'], 201)['id'];
		$answered = $this->data('POST', "/conversations/{$this->things['conversation']}/messages", self::person(0), ['text' => 'En mai.', 'key' => 'second-message'], 201);
		$this->things['waiting'] = $this->data('POST', "/members/{$this->things['outside']}/conversations", 'odile', ['text' => 'Et le four ?', 'key' => 'third-message'], 201)['id'];
		$this->things['message'] = $answered['messages'][1]['id'];
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('odile@example.org');
		$this->data('POST', "/members/{$this->things['reachable']}/conversations", 'odile', ['text' => 'Et le moulin ?', 'key' => 'fourth-message'], 201);
		$this->things['replyToken'] = $this->tokenOfMail('reply');
		$this->kernel->get(IUserManager::class)->get('linh')?->setEMailAddress('linh@example.org');
		$this->things['mailsToken'] = $this->kernel->get(MailLinks::class)->of($this->kernel->get(RecipientMapper::class)->of('linh'), 'linh@example.org');
	}

	/** Of a card that the twenty keep together, one that has ended, and one of another person. */
	private function someNotices(): void {
		foreach (['notice', 'endedNotice'] as $name) {
			$this->things[$name] = $this->data('POST', '/notices', self::person(0), ['kind' => 'offer', 'title' => 'Une grange', 'key' => "a-key-$name", 'memberId' => $this->things['kept'], 'how' => 'phone'], 201)['id'];
		}
		$this->data('POST', "/notices/{$this->things['endedNotice']}/end", self::person(0));
		$this->kernel->get(IUserManager::class)->get('noe')?->setEMailAddress('noe@example.org');
		$this->data('POST', '/notices', 'noe', ['kind' => 'call', 'title' => 'Une fête', 'key' => 'a-key-ending', 'until' => '2026-12-02'], 201);
		$now = $this->kernel->clock->getTime();
		$this->kernel->clock->stopAt($now + 2 * 86400);
		$this->kernel->get(EndingNotices::class)->run();
		$this->kernel->clock->stopAt($now);
		$this->things['noticeToken'] = $this->tokenOfMail('notice');
		foreach (['otherNotice', 'passedNotice'] as $name) {
			$this->things[$name] = $this->data('POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'Un four', 'key' => "a-key-$name"], 201)['id'];
		}
		$passing = fn (string $notice): string => $this->data('GET', "/members/{$this->things['reachable']}/notices/{$this->things[$notice]}", self::person(0))['mail']['seen'];
		$this->data('POST', "/members/{$this->things['reachable']}/notices/{$this->things['passedNotice']}", self::person(0), ['seen' => $passing('passedNotice')], 201);
		$this->things['passedToken'] = $this->tokenOfMail('passed');
		$this->things['passing'] = $passing('otherNotice');
	}

	/** To cards that the twenty keep together: one proposed, one that waits for a mediator, one that has one and an appointment, one to look back on. */
	private function someIntroductions(): void {
		$now = $this->kernel->clock->getTime();
		$agreed = function (string $name, string $card, string $from, bool $mediated): void {
			$this->things[$name] = $this->data('POST', "/matches/{$this->things[$card]}/introduction", $from, ['mediated' => $mediated], 201)['id'];
			$this->data('POST', "/introductions/{$this->things[$name]}/accept", self::person(0));
		};
		$this->things['introduction'] = $this->data('POST', "/matches/{$this->things['kept']}/introduction", 'odile', ['mediated' => false], 201)['id'];
		$agreed('waitingIntroduction', 'outside', 'odile', true);
		$agreed('mediated', 'inside', 'odile', true);
		$this->data('POST', "/introductions/{$this->things['mediated']}/mediation", self::person(0));
		$this->data('PUT', "/introductions/{$this->things['mediated']}/mediation", self::person(0), ['place' => 'Au café', 'day' => '2026-12-03', 'time' => '18:00']);
		$this->kernel->clock->stopAt($now - 30 * 86400);
		$agreed('lookedBackOn', 'invited', 'noe', false);
		$this->kernel->clock->stopAt($now);
	}

	/** One that is open; one that has ended, in which something was said for a card that the twenty keep together, hidden meanwhile. */
	private function someSessions(): void {
		$begin = fn (string $key): int => $this->data('POST', '/sessions', self::person(0), ['title' => 'À la mairie', 'place' => '', 'day' => '2026-11-24', 'key' => $key], 201)['id'];
		$say = fn (int $session, array $row): array => $this->data('POST', "/sessions/$session/rows", self::person(0), $row + ['kind' => 'offer', 'text' => 'Une grange', 'key' => "a-row-$session-" . count($row)], 201);
		$this->things['session'] = $begin('a-session-key');
		$added = $say($this->things['session'], ['member' => $this->things['linh']]);
		$this->things['row'] = $added['row'];
		$added = $say($this->things['session'], ['name' => 'Rose', 'agreed' => true]);
		$this->things['sessionVersion'] = $added['session']['version'];
		[$this->things['otherPerson'], $this->things['person']] = array_column($added['session']['people'], 'id');
		$ended = $begin('an-ended-session');
		$status = fn (string $status): array => $this->data('PUT', "/members/{$this->things['kept']}/status", self::person(0), ['status' => $status, 'version' => $this->data('GET', "/members/{$this->things['kept']}", self::person(0))['version']]);
		$status('paused');
		$added = $say($ended, ['member' => $this->things['kept']]);
		$say($ended, ['member' => $this->things['linh'], 'text' => 'Du foin', 'kind' => 'need']);
		$third = $say($ended, ['member' => $this->things['noe'], 'text' => 'Du bois', 'key' => 'a-third-row']);
		[$one, $two, $three] = array_column($third['session']['people'], 'id');
		$this->data('POST', "/sessions/$ended/ending", self::person(0), ['version' => $third['session']['version'], 'pairs' => [[$one, $two], [$two, $three]]]);
		$this->things['keptVersion'] = $status('published')['version'];
		$this->things['said'] = $added['row'];
		$this->things['pair'] = $this->data('GET', '/said', self::person(0))['pairs'][0]['id'];
	}

	/** A draft; letters that went out, are going out, were stopped, and came back from one reader: Linh, or a person without an account. */
	private function someLetters(): void {
		$this->kernel->get(LetterChoices::class)->ofAccount('linh', true);
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$kept = $subscribers->of('member_id', $this->things['kept'])->id();
		$readers = [$subscribers->of('uid', 'linh')->id(), $kept];
		$db = $this->kernel->get(IDBConnection::class);
		foreach (['letter' => ['draft', ''], 'sentLetter' => ['sent', 'sent'], 'sendingLetter' => ['sending', 'waiting'], 'stoppedLetter' => ['stopped', 'waiting'], 'refusedLetter' => ['sent', 'refused']] as $name => [$state, $mails]) {
			$letter = $this->data('POST', '/letters', self::person(0), ['kind' => 'letter', 'title' => 'Des nouvelles', 'language' => 'fr', 'from' => '2026-11-01', 'until' => '2026-11-24', 'key' => "a-key-$name"], 201);
			$item = ['kind' => 'person', 'id' => $this->things['linh'], 'taken' => true, 'text' => null, 'hash' => null];
			$this->data('PUT', "/letters/{$letter['id']}", self::person(0), ['version' => 1, 'title' => 'Des nouvelles', 'language' => 'fr', 'editorial' => 'Bonjour.', 'picture' => null, 'items' => [$item]]);
			$this->things[$name] = $letter['id'];
			foreach ($mails === '' ? [] : $readers as $reader) {
				$db->executeStatement("INSERT INTO `*PREFIX*reseau_letter_mails` (letter_id, reader_id, state) VALUES ({$letter['id']}, $reader, '$mails')");
			}
			$db->executeStatement("UPDATE `*PREFIX*reseau_letters` SET state = '$state'" . ($state === 'draft' ? '' : ', sent_at = ' . $this->kernel->clock->getTime()) . " WHERE id = {$letter['id']}");
		}
		$this->things['letterReaders'] = $this->data('POST', "/letters/{$this->things['letter']}/readers", self::person(0))['key'];
		// What a mail that was sent to them has made.
		$this->kernel->get(Subscriptions::class)->leaveUrl($kept);
		$this->things['onlineToken'] = basename($this->kernel->get(OnlineLinks::class)->url($this->kernel->get(Subscriptions::class)->one($kept), $this->things['sentLetter']));
	}

	/** @param list<array<string, mixed>> $crowd their cards */
	private function someGroups(array $crowd, int $now): void {
		$charter = ['charter' => 1];
		foreach ($crowd as $n => $_) {
			$this->data('PUT', '/charter/acceptance', self::person($n), ['version' => 1]);
		}
		$this->group('eau', ...$crowd, ...[['id' => $this->things['inside']]]);
		$this->load([['id' => 'eau', 'title' => 'Eau', 'purpose' => 'Garder la pluie', 'facilitators' => array_map(static fn (array $card): string => "m{$card['id']}", $crowd), 'memberships' => array_map(static fn (array $card): array => ['member' => "m{$card['id']}"], $crowd)]]);
		$this->things['group'] = (int)$this->groupId('eau');
		$this->things['groupVersion'] = $this->data('GET', "/groups/{$this->things['group']}", self::person(0))['version'];
		$this->data('POST', "/groups/{$this->things['group']}/join", 'noe', $charter);
		foreach (['meeting', 'cancelledMeeting'] as $name) {
			$this->things[$name] = $this->data('POST', "/groups/{$this->things['group']}/meetings", self::person(0), ['title' => 'La pompe', 'day' => '2026-12-09', 'time' => '18:30', 'zone' => 'Europe/Paris', 'key' => "a-key-$name"], 201)['id'];
		}
		$this->data('DELETE', "/groups/{$this->things['group']}/meetings/{$this->things['cancelledMeeting']}?version=1", self::person(0));
		$this->things['feed'] = $this->things['group'];
		$this->data('PUT', "/calendar/addresses/{$this->things['group']}", self::person(0));
		// Open to all, created by an account outside of the twenty; and one they are invited to.
		foreach (['open' => 'open', 'inviting' => 'private'] as $name => $join) {
			$this->things[$name] = $this->data('POST', '/groups', 'odile', ['title' => ucfirst($name), 'join' => $join, 'key' => $name], 201)['id'];
			$this->data('POST', "/groups/{$this->things[$name]}/making/lease", 'odile', ['runner' => 'r']);
			$this->data('PUT', "/groups/{$this->things[$name]}/making", 'odile', ['runner' => 'r', 'step' => 'done']);
		}
		foreach ([...$crowd, ['id' => $this->things['invited']]] as $card) {
			$this->data('POST', "/groups/{$this->things['inviting']}/invitations", 'odile', ['memberId' => $card['id']]);
		}
		$this->things['making'] = $this->data('POST', '/groups', self::person(0), ['title' => 'Haies', 'key' => 'haies'], 201)['id'];
		$this->data('POST', "/groups/{$this->things['making']}/making/lease", self::person(0), ['runner' => 'r']);
		$this->kernel->clock->stopAt($now - self::LATELY * 86400);
		foreach (['ask' => 'qui@example.org', 'askPage' => 'quoi@example.org'] as $name => $email) {
			$this->data('POST', "/groups/{$this->things['group']}/asks", self::person(0), ['people' => [['key' => 'a', 'name' => 'Qui', 'email' => $email]]]);
		}
		$this->things['askToken'] = $this->tokenOfMail('ask');
		foreach (['brought' => 'e', 'undoneMinutes' => 'f'] as $name => $digit) {
			$this->things[$name] = $this->data('POST', "/groups/{$this->things['group']}/minutes", self::person(0), ['hash' => str_repeat($digit, 64), 'title' => 'Réunion', 'plan' => '{"cards":[]}'], 201)['id'];
		}
		$this->data('PUT', "/groups/{$this->things['group']}/minutes/{$this->things['undoneMinutes']}", self::person(0), ['version' => 1, 'runner' => 'r', 'state' => 'undone', 'last' => true]);
		$this->kernel->clock->stopAt($now);
		$this->kernel->request('POST', "/index.php/apps/reseau/ask/{$this->things['askToken']}", null, 'answer=question&question=Est-ce+loin', ['content-type' => 'application/x-www-form-urlencoded']);
		$this->things['asking'] = max(array_column($this->data('GET', "/groups/{$this->things['group']}/asks", self::person(0)), 'id'));
		$this->things['ask'] = min(array_column($this->data('GET', "/groups/{$this->things['group']}/asks", self::person(0)), 'id'));
	}

	private function someWords(): void {
		$this->load(['sectors' => [], 'resourceKinds' => array_map(static fn (string $id): array => ['id' => $id, 'fr' => "Genre $id"], ['method', 'manifesto'])]);
		$added = $this->data('POST', '/vocabulary/terms', self::person(0), ['list' => 'values', 'labels' => ['fr' => 'Lenteur'], 'meaning' => 'Prendre le temps', 'spellings' => []], 201);
		$this->things['term'] = $added['id'];
		$this->things['termVersion'] = $added['version'];
		$entry = $this->data('POST', '/glossary', self::person(0), ['term' => 'tiers-lieu', 'acronyms' => ['TL'], 'synonyms' => [], 'themes' => []], 201);
		$this->things['entry'] = $entry['id'];
		$this->things['entryVersion'] = $entry['version'];
		$expression = $this->data('POST', '/vocabulary/expressions', self::person(0), ['term' => 'la ressourcerie', 'means' => ['clothing'], 'not' => []], 201);
		$this->things['expression'] = $expression['id'];
		$this->things['expressionVersion'] = $expression['version'];
	}

	private function someLibrary(): void {
		$files = $this->kernel->get(IRootFolder::class)->getUserFolder(self::person(0));
		$folder = $files->get('/Réseau commun');
		$this->kernel->get(Network::class)->setLibrary('/Réseau commun', $folder->getId());
		$this->things['newFile'] = $folder->newFile('Nouveau.md', 'Un texte.')->getId();
		$this->things['file'] = $folder->newFile('Manifeste.md', 'Tenir parole.')->getId();
		$this->things['hash'] = hash('sha256', 'Tenir parole.');
		$this->data('PUT', "/sheets/{$this->things['file']}", self::person(0), ['version' => 0, 'kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->things['sheetVersion'] = $this->data('PUT', "/sheets/{$this->things['file']}/status", self::person(0), ['version' => 1, 'status' => 'published'])['version'];
		$this->data('POST', "/sheets/{$this->things['file']}/signatures", 'linh', ['hash' => $this->things['hash']]);
		$this->data('POST', "/sheets/{$this->things['file']}/signatures/paper", self::person(0), ['name' => 'Papier', 'day' => '2026-11-20', 'how' => 'Classeur'], 201);
		$this->things['signature'] = max(array_column($this->data('GET', "/sheets/{$this->things['file']}/signatures", self::person(0)), 'id'));
		$this->data('POST', "/sheets/{$this->things['file']}/signatures/mail", self::person(0), ['name' => 'Signe', 'email' => 'signe@example.org'], 201);
		$this->things['sign'] = $this->tokenOfMail('sign');
		$this->someAuthors($folder);
		$this->data('PUT', "/sheets/{$this->things['file']}/evaluation", self::person(0), ['standpoint' => 'Voisine', 'answers' => ['helps' => 'Oui']]);
	}

	/** An anonymous sheet of another person, and one of the first of the twenty, about which someone wrote to its author. */
	private function someAuthors(Folder $folder): void {
		foreach (['story' => 'odile', 'ownStory' => self::person(0)] as $name => $uid) {
			$file = $this->things[$name] = $folder->newFile("$name.md", 'Un texte.')->getId();
			$this->data('PUT', "/sheets/$file", $uid, ['version' => 0, 'kind' => 'manifesto', 'title' => 'Un échec', 'anonymous' => true, 'reachable' => true]);
			$this->data('PUT', "/sheets/$file/status", $uid, ['version' => 1, 'status' => 'published']);
		}
		$this->things['unnamed'] = $this->data('POST', "/sheets/{$this->things['ownStory']}/conversations", 'odile', ['text' => 'Que s’est-il passé ?', 'key' => 'unnamed-message'], 201)['id'];
	}

	private function tokenOfMail(string $page): string {
		$mails = $this->kernel->mails();
		preg_match("~/$page/([\w-]+)~", end($mails)['plain'], $found);
		return $found[1];
	}
}
