<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use DOMDocument;
use DOMElement;
use DOMNode;
use DOMText;
use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Integration\NoticesJob;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Statement;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\IDBConnection;

/**
 * The pages that the links of mails open, as a person without an account reads them: tests/fixtures/pages holds their words, fields and
 * buttons before and after each answer; ~ is a fixed space. A missing fixture is written, for a person to read.
 */
class LightPagesTest extends MailedTestCase {
	/** Lines of their own. */
	private const BLOCKS = ['h1', 'h2', 'h3', 'p', 'li', 'dt', 'dd', 'label', 'form', 'div', 'section', 'fieldset', 'legend', 'blockquote', 'header', 'main', 'footer', 'title'];

	public function testConsent(): void {
		$this->change(['drives' => 'La laine', 'seeks' => [['text' => 'Un métier à tisser', 'terms' => []]], 'limits' => 'Pas le soir', 'audience' => ['limits' => 'groups']]);
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$link = 'consent/' . $this->token('consent');
		$this->assertPages('consent', [
			'Opened' => fn (): string => $this->page($link),
			'Changed meanwhile' => function () use ($link): string {
				$this->change(['drives' => 'Le lin']);
				return $this->page($link, ['answer' => 'accept', 'version' => 2]);
			},
			'Agreed' => fn (): string => $this->page($link, ['answer' => 'accept', 'version' => 3]),
			'Refused' => fn (): string => $this->page($link, ['answer' => 'refuse']),
			'Opened again' => fn (): string => $this->page($link, status: 404),
		]);
	}

	public function testConsentOnPaperOfACardThatNobodyKeeps(): void {
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$link = 'consent/' . $this->token('consent');
		$this->data('POST', "/members/$this->berthe/consent", 'linh', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/$this->berthe/steward", 'linh', ['uid' => null]);
		$this->assertPages('consent-on-paper', ['Opened' => fn (): string => $this->page($link)]);
	}

	public function testConfirmingAnAgreementGivenInAnotherWay(): void {
		$this->agreed(how: 'paper');
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		$link = 'consent/' . $this->token('consent');
		$this->assertPages('consent-given', [
			'Opened' => fn (): string => $this->page($link),
			'Confirmed' => fn (): string => $this->page(strtr($link, ['consent' => 'own']), ['answer' => 'confirm', 'version' => 2]),
		]);
		$this->write("/members/$this->berthe/conversations");
		$this->later(60);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertStringContainsString('/reply/', $this->kernel->mails()[1]['plain'], 'what is written to her reaches her');
		self::assertStringContainsString('Berthe Fournil', $this->page($link), 'the link has become hers');
	}

	public function testCardHandedOver(): void {
		$this->data('POST', "/members/$this->berthe/claim-link", 'linh', ['mail' => true], 201);
		$link = 'card/' . $this->token('card');
		$this->assertPages('card', [
			'Opened' => fn (): string => $this->page($link),
			'Sent' => fn (): string => $this->page($link, ['answer' => 'send']),
			'Sent again' => fn (): string => $this->page($link, ['answer' => 'send']),
			'The link that was sent' => fn (): string => $this->page('consent/' . $this->token('consent')),
			'An old link' => fn (): string => $this->page('card/' . str_repeat('a', 32), status: 404),
		]);
	}

	public function testGroup(): void {
		$charters = $this->kernel->get(Charters::class);
		$charters->write("Nous nous parlons.\n\nNous nous écoutons.", 0);
		$this->askToJoin('Garder l’eau là où elle tombe');
		$link = 'ask/' . $this->token('ask');
		$this->assertPages('ask', [
			'Opened' => fn (): string => $this->page($link),
			'Without a name' => fn (): string => $this->page($link, ['answer' => 'accept', 'name' => ' ', 'charter' => '1']),
			'Without the charter' => fn (): string => $this->page($link, ['answer' => 'accept', 'name' => 'Berthe Fournil']),
			'A question' => fn (): string => $this->page($link, ['answer' => 'question', 'question' => 'Est-ce loin ?']),
			'A question with a link' => fn (): string => $this->page($link, ['answer' => 'question', 'question' => 'Lisez www.example.org']),
			'Refused' => fn (): string => $this->page($link, ['answer' => 'refuse']),
			'Opened again' => fn (): string => $this->page($link, status: 404),
		]);
	}

	public function testTwoGroups(): void {
		[$eau, $pain] = $this->askToJoinTwo();
		$link = 'ask/' . $this->token('ask');
		$this->assertPages('ask-two', [
			'Opened' => fn (): string => $this->page($link),
			'Without an answer for one' => fn (): string => $this->page($link, ['answer' => 'accept', 'name' => 'Zoé Alric', "in-$eau" => 'yes', "hours-$eau" => '2 h par mois', 'seeks' => 'Un banc']),
			'No to both' => fn (): string => $this->page($link, ['answer' => 'accept', "in-$eau" => 'no', "in-$pain" => 'no']),
		]);
	}

	public function testGroupOfAPersonWithACard(): void {
		$this->agreed();
		$this->askToJoin('');
		$link = 'ask/' . $this->token('ask');
		$this->assertPages('ask-with-a-card', [
			'Opened' => fn (): string => $this->page($link),
			'Accepted' => fn (): string => $this->page($link, ['answer' => 'accept', 'version' => $this->data('GET', "/members/$this->berthe", 'linh')['version']]),
			'Opened again' => fn (): string => $this->page($link),
		]);
	}

	public function testSignature(): void {
		$this->askToSign(['summary' => 'Ce que nous voulons pour l’eau.']);
		$link = 'sign/' . $this->token('sign');
		$hash = hash('sha256', 'Pour l’eau.');
		$this->assertPages('sign', [
			'Opened' => fn (): string => $this->page($link),
			'Another version' => fn (): string => $this->page($link, ['answer' => 'sign', 'name' => 'Paul', 'hash' => str_repeat('0', 64)]),
			'Without a name' => fn (): string => $this->page($link, ['answer' => 'sign', 'name' => ' ', 'hash' => $hash]),
			'Signed' => fn (): string => $this->page($link, ['answer' => 'sign', 'name' => 'Paul C.', 'hash' => $hash]),
			'Opened again' => fn (): string => $this->page($link),
			'Withdrawn' => fn (): string => $this->page($link, ['answer' => 'withdraw']),
		]);
	}

	public function testRefusedSignature(): void {
		$this->askToSign();
		$link = 'sign/' . $this->token('sign');
		$this->assertPages('sign-refused', [
			'Refused' => fn (): string => $this->page($link, ['answer' => 'refuse']),
			'Opened again' => fn (): string => $this->page($link, status: 404),
		]);
	}

	public function testNoticeThatEnds(): void {
		foreach (['renew', 'close', 'end'] as $answer) {
			$this->notice('linh', ['title' => "Un pressoir ($answer)", 'text' => 'Pour les pommes.', 'key' => "key-notice-$answer"]);
			$this->later(53);
			$this->kernel->runJob(NoticesJob::class);
			$link = 'notice/' . $this->token('notice');
			$this->assertPages("notice-$answer", [
				'Opened' => fn (): string => $this->page($link),
				'Answered' => fn (): string => $this->page($link, ['answer' => $answer, 'outcome' => $answer === 'close' ? 'Du jus.' : '']),
				'Opened again' => fn (): string => $this->page($link, status: 404),
			]);
		}
	}

	public function testConversation(): void {
		$this->agreed();
		$this->write("/members/$this->berthe/conversations", "Bonjour,\n\nvotre grange est-elle libre ?");
		$link = 'reply/' . $this->token('reply');
		$this->assertPages('reply', [
			'Opened' => fn (): string => $this->page($link),
			'Without a word' => fn (): string => $this->page($link, ['answer' => 'send', 'text' => ' ', 'key' => 'key-of-a-reply']),
			'Answered' => fn (): string => $this->page($link, ['answer' => 'send', 'text' => 'Oui, en mai.', 'key' => 'key-of-a-reply']),
			'No more mails' => fn (): string => $this->page($link, ['answer' => 'stop']),
			'Opened again' => fn (): string => $this->page($link, status: 404),
		]);
	}

	public function testDailyMail(): void {
		$this->daily('linh');
		$link = 'mails/' . $this->token('mails');
		$this->assertPages('mails', [
			'Opened' => fn (): string => $this->page($link),
			'One kind no more' => fn (): string => $this->page($link, ['answer' => 'stop-message']),
			'None at all' => fn (): string => $this->page($link, ['answer' => 'stop-all']),
		]);
	}

	public function testLetter(): void {
		$network = $this->kernel->get(Network::class);
		$network->setTakesSubscriptions(true);
		$link = '';
		$this->assertPages('subscribe', [
			'Opened' => fn (): string => $this->page('subscribe'),
			'No address' => fn (): string => $this->page('subscribe', ['email' => 'zoe', 'name' => 'Zoé Alric']),
			'Asked' => fn (): string => $this->page('subscribe', ['email' => 'zoe@example.org', 'name' => 'Zoé Alric']),
			'By the link' => function () use (&$link): string {
				$link = 'subscribe/' . $this->token('subscribe');
				return $this->page($link);
			},
			'Confirmed' => function () use (&$link): string {
				return $this->page($link, ['answer' => 'confirm', 'name' => 'Zoé']);
			},
			'An old link' => fn (): string => $this->page('subscribe/' . str_repeat('a', 32), status: 404),
			'Closed' => function () use ($network): string {
				$network->setTakesSubscriptions(false);
				return $this->page('subscribe', status: 404);
			},
		]);
	}

	public function testStoppingTheLetter(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->agreed();
		$this->kernel->get(LetterChoices::class)->ofCard($this->berthe, true, Statement::reported('Au téléphone', '2026-11-20', 'linh'));
		$subscriptions = $this->kernel->get(Subscriptions::class);
		$link = 'leave/' . basename($subscriptions->leaveUrl($subscriptions->readers(Subscriptions::LETTER, 0, 1)[0]->id));
		$this->assertPages('leave', [
			'Opened' => fn (): string => $this->page($link),
			'Stopped with the notices' => fn (): string => $this->page($link, ['answer' => 'all']),
			'A mistake' => fn (): string => $this->page($link, ['answer' => 'again']),
			'A guess' => fn (): string => $this->page('leave/' . str_repeat('a', 32), status: 404),
		]);
	}

	public function testOwnPage(): void {
		$this->agreed(how: 'paper');
		$this->change(['drives' => 'La laine', 'seeks' => [['text' => 'Un métier à tisser', 'terms' => []]], 'values' => ['Lenteur'], 'limits' => 'Pas le soir', 'audience' => ['limits' => 'groups']]);
		$this->write("/members/$this->berthe/conversations");
		$link = '';
		$this->assertPages('own', [
			'Asked for' => fn (): string => $this->page('own'),
			'No address' => fn (): string => $this->page('own', ['email' => 'berthe']),
			'Sent' => fn (): string => $this->page('own', ['email' => 'Berthe@example.org']),
			'Opened' => function () use (&$link): string {
				$link = 'own/' . $this->token('own');
				return $this->page($link);
			},
			'The card' => function () use (&$link): string {
				return $this->page("$link/card");
			},
			'The letter' => function () use (&$link): string {
				return $this->page($link, ['answer' => 'letter-start']);
			},
			'The link of a letter' => function (): string {
				$subscriptions = $this->kernel->get(Subscriptions::class);
				return $this->page('own/' . basename($subscriptions->leaveUrl($subscriptions->readers(Subscriptions::LETTER, 0, 1)[0]->id)));
			},
			'Ended' => function () use (&$link): string {
				return $this->page($link, ['answer' => 'end-link']);
			},
			'Opened again' => function () use (&$link): string {
				return $this->page($link, status: 404);
			},
		]);
	}

	public function testOwnPageOfASubscriber(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->page('subscribe', ['email' => 'zoe@example.org', 'name' => 'Zoé Alric']);
		$this->page('subscribe/' . $this->token('subscribe'), ['answer' => 'confirm', 'name' => 'Zoé Alric']);
		$this->later(1);
		$this->page('own', ['email' => 'zoe@example.org']);
		$link = 'own/' . $this->token('own');
		$this->assertPages('own-subscriber', [
			'Opened' => fn (): string => $this->page($link),
			'Asked' => fn (): string => $this->page($link, ['answer' => 'leave']),
			'Left' => fn (): string => $this->page($link, ['answer' => 'leave-now']),
		]);
	}

	public function testVisitorWhoWrites(): void {
		$group = $this->shownGroup();
		$form = ['name' => 'Zoé Alric', 'email' => 'zoe@example.org', 'text' => "Bonjour,\n\npuis-je venir ?"];
		$link = '';
		$this->assertPages('write', [
			'To a group' => fn (): string => $this->page("public/write/group/$group"),
			'To the network' => fn (): string => $this->page('public/write/network'),
			'No address' => fn (): string => $this->page("public/write/group/$group", ['email' => 'zoe'] + $form),
			'Written' => fn (): string => $this->page("public/write/group/$group", $form),
			'By the link' => function () use (&$link): string {
				$link = 'write/' . $this->token('write');
				return $this->page($link);
			},
			'The group has left the showcase' => function () use (&$link, $group): string {
				$this->data('PUT', "/groups/$group/showcase", 'odile', ['shown' => false]);
				return $this->page($link);
			},
			'Sent' => function () use (&$link, $group): string {
				$this->data('PUT', "/groups/$group/showcase", 'odile', ['shown' => true]);
				return $this->page($link, ['answer' => 'send']);
			},
			'Deleted' => function () use (&$link): string {
				return $this->page($link, ['answer' => 'delete']);
			},
			'Opened again' => function () use (&$link): string {
				return $this->page($link, status: 404);
			},
			'It can no longer be read' => function () use ($group, $form): string {
				$this->page("public/write/group/$group", ['text' => 'Bonjour encore.'] + $form);
				$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_enquiries` SET data = 'of another key'");
				return $this->page('write/' . $this->token('write'));
			},
			'Not shown' => fn (): string => $this->page('public/write/group/999999', status: 404),
		]);
	}

	/** @param array<string, callable(): string> $pages by what was done */
	private function assertPages(string $name, array $pages): void {
		$texts = [];
		foreach ($pages as $done => $page) {
			$texts[] = "=== $done ===\n\n{$page()}\n";
		}
		self::assertFixture("pages/$name.txt", implode("\n", $texts));
	}

	/** @param array<string, mixed> $parts */
	private function change(array $parts): void {
		$this->data('PUT', "/members/$this->berthe", 'linh', $parts + ['version' => $this->data('GET', "/members/$this->berthe", 'linh')['version']]);
	}

	/**
	 * The words of a page, with its fields and buttons.
	 *
	 * @param ?array<string, mixed> $answer
	 */
	private function page(string $link, ?array $answer = null, int $status = 200): string {
		$this->kernel->resetLimits();
		$reply = $this->followed($this->kernel->request($answer === null ? 'GET' : 'POST', "/index.php/apps/reseau/$link", null, $answer === null ? null : http_build_query($answer), ['content-type' => 'application/x-www-form-urlencoded']));
		self::assertSame($status, $reply->status, $reply->body . $reply->error);
		self::assertStringNotContainsString('<script', $reply->body);
		$page = new DOMDocument();
		$page->loadHTML('<?xml encoding="utf-8">' . $reply->body, LIBXML_NOERROR);
		$text = (string)preg_replace('~((?<!/public)/(?:consent|ask|sign|reply|notice|mails|subscribe|leave|own|write|card|claim)/)[\w-]+~', '$1…', self::words($page));
		$lines = array_filter(array_map(static fn (string $line): string => trim((string)preg_replace('/[ \t]+/', ' ', $line)), explode("\n", $text)));
		return implode("\n", $lines);
	}

	private static function words(DOMNode $node): string {
		if ($node instanceof DOMText) {
			return (string)preg_replace('/\s+/', ' ', str_replace("\u{a0}", '~', $node->data));
		}
		$name = $node instanceof DOMElement ? $node->tagName : '';
		if (in_array($name, ['style', 'svg', 'meta', 'link'], true)) {
			return '';
		}
		$words = implode('', array_map(self::words(...), iterator_to_array($node->childNodes)));
		if (!$node instanceof DOMElement) {
			return $words;
		}
		$attributesOf = static fn (string ...$attributes): string => implode('', array_map(static fn (string $one): string => $node->hasAttribute($one) ? " $one=\"{$node->getAttribute($one)}\"" : '', $attributes));
		$field = in_array($name, ['input', 'textarea', 'button', 'a', 'form', 'select'], true);
		// What the key of a form is changes nothing for its reader.
		$value = $node->getAttribute('name') === 'key' ? '' : $attributesOf('value');
		$own = $attributesOf('role', 'lang', 'aria-label', 'aria-describedby');
		return match (true) {
			$field => "\n[$name" . $attributesOf('type', 'name', 'href', 'action', 'method', 'maxlength', 'required', 'checked', 'disabled') . $value . $own . "] $words\n",
			in_array($name, self::BLOCKS, true) => "\n" . (preg_match('/^h\d$/', $name) === 1 ? "$name: " : '') . ($own === '' ? '' : "($own ) ") . "$words\n",
			default => $words,
		};
	}
}
