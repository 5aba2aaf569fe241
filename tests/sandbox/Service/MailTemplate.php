<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Mail\IEMailTemplate;

/** A mail built of blocks, as text and as plain HTML. */
class MailTemplate implements IEMailTemplate {
	private string $subject = '';

	private string $text = '';

	private string $html = '';

	public function setSubject(string $subject) {
		$this->subject = $subject;
	}

	public function addHeader() {
		$this->html .= "<header></header>\n";
	}

	public function addHeading(string $title, $plainTitle = '') {
		$this->block('<h1>' . self::escape($title) . '</h1>', $plainTitle ?: $title);
	}

	public function addBodyText(string $text, $plainText = '') {
		// As Nextcloud does: with a plain text of its own, the text is HTML.
		$this->block('<p>' . ($plainText === '' ? self::escape($text) : $text) . '</p>', $plainText ?: $text);
	}

	public function addBodyButton(string $text, string $url, $plainText = '') {
		$link = '<a href="' . self::escape($url) . '">' . self::escape($text) . '</a>';
		$this->block("<p>$link</p>", $plainText === false ? $url : ($plainText ?: $text) . ': ' . $url);
	}

	public function addFooter(string $text = '', ?string $lang = null) {
		// Nextcloud's own, in the language asked for.
		$text = $text ?: (($lang ?? 'fr') === 'fr' ? 'Cet e-mail est envoyé automatiquement, veuillez ne pas y répondre.' : 'This is an automatically sent email, please do not reply.');
		$this->block('<p><small>' . self::escape($text) . '</small></p>', "-- \n$text");
	}

	public function renderSubject(): string {
		return $this->subject;
	}

	public function renderHtml(): string {
		return "<!DOCTYPE html><html><body>$this->html</body></html>";
	}

	public function renderText(): string {
		return ltrim($this->text) . "\n";
	}

	private function block(string $html, string|false $text): void {
		$this->html .= $html . "\n";
		$this->text .= $text === false ? '' : "\n\n" . $text;
	}

	private static function escape(string $text): string {
		return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE);
	}
}
